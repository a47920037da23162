using MetaLens.Lenses;

namespace MetaLens.Analyzers.Communities;

/// <summary>Two parties and the conversations in which both are.</summary>
/// <param name="A">The party with the lower index.</param>
/// <param name="B">The other.</param>
/// <param name="Shared">Conversations with both, at least 1.</param>
/// <param name="Strength">Sum over those of 1/(members − 1): a small circle joins its members more than a large one; above 0.</param>
/// <param name="Likeness">Shared conversations over those with either (Jaccard), above 0 … 1.</param>
/// <param name="PValue">Chance of sharing so many if the conversations of each were drawn at random, 0 … 1.</param>
/// <param name="Corrected">The same corrected over all pairs (Benjamini–Hochberg).</param>
public readonly record struct SharedConversations(PartyId A, PartyId B, int Shared, double Strength, double Likeness, double PValue, double Corrected);
