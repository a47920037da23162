using System.Collections.Immutable;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Rounds of a mix as its observer sees them: how many messages each sender put in and each recipient took out, and nothing of which became which.</summary>
/// <param name="Sent">Per round, the count of each sender; all rounds of one length.</param>
/// <param name="Received">Per round, the count of each recipient; all rounds of one length.</param>
public sealed record BatchRounds(ImmutableArray<double[]> Sent, ImmutableArray<double[]> Received);
