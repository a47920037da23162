namespace MetaLens.Analyzers.Conversations;

/// <summary>Gaps between messages as a mixture of two log-normals: the short ones inside conversations, the long ones between them.</summary>
/// <param name="ShortMedianSeconds">Median of the gaps inside conversations.</param>
/// <param name="LongMedianSeconds">Median of the gaps between conversations.</param>
/// <param name="ShareShort">Part of the gaps that are inside, 0 … 1.</param>
/// <param name="BoundarySeconds">The gap that belongs to either with the same probability: the estimated end of a conversation.</param>
/// <param name="LowSeconds">Lower end of its 95 % bootstrap interval.</param>
/// <param name="HighSeconds">Upper end.</param>
/// <param name="Gaps">Gaps used.</param>
public sealed record GapMixture(double ShortMedianSeconds, double LongMedianSeconds, double ShareShort, double BoundarySeconds, double LowSeconds, double HighSeconds, int Gaps);
