using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>How much speaks for a party being in conversation with the target.</summary>
/// <param name="Party">The party.</param>
/// <param name="Epochs">In how many of the target's epochs it was seen.</param>
/// <param name="Score">Log odds against coincidence, nats (<see cref="EpochCounts.LogOdds"/>); below 0 when coincidence explains it better.</param>
public readonly record struct AssociateScore(PartyId Party, int Epochs, double Score);
