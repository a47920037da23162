using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>How much an attack believes that two parties talk with each other.</summary>
/// <param name="A">One of the two; the smaller index.</param>
/// <param name="B">The other.</param>
/// <param name="Score">Messages between the two, both ways, that the attack expects to have been: 0 and up, comparable within one result.</param>
public readonly record struct PairScore(PartyId A, PartyId B, double Score);
