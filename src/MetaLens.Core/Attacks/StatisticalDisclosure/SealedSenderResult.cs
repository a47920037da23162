using System.Collections.Immutable;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Messages to the target until its associate is strictly first, iteration by iteration; one more than the most that were tried where that never was.</summary>
/// <param name="Counted">By the published count.</param>
/// <param name="Likelihood">By <see cref="EpochCounts.LogOdds"/> on the same epochs.</param>
public sealed record SealedSenderResult(ImmutableArray<int> Counted, ImmutableArray<int> Likelihood);
