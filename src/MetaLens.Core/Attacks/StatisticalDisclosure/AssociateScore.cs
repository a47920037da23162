using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>How much speaks for a party being in conversation with the target.</summary>
/// <param name="Party">The party.</param>
/// <param name="Epochs">In how many of the target's epochs it was seen.</param>
/// <param name="Score">Logarithm of the likelihood ratio against coincidence, 0 and up; below 0 when seen less often than coincidence explains.</param>
public readonly record struct AssociateScore(PartyId Party, int Epochs, double Score);
