using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Who a party may have been.</summary>
/// <param name="Earlier">A party of the earlier observation.</param>
/// <param name="Score">How alike, comparable within one party's candidates.</param>
public readonly record struct PartyCandidate(PartyId Earlier, double Score);
