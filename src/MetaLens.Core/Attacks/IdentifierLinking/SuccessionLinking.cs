using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>
/// Which identifiers of one observation belong to one person who changed them, each at a time of their own: whoever appears with the contacts of somebody who was there before, soon after that one fell silent.
/// </summary>
/// <remarks>
/// Score = cosine of contacts (weights ln(1 + messages) · ln(1 + parties/degree)) · (1 − share of the newcomer's time in which the other was still active)² / (1 + days of silence between/30). The guilt by
/// association of Cortes, Pregibon and Volinsky, "Communities of Interest" (2001), <c>doi:10.1007/3-540-44816-0_11</c>, who found fraudsters under new telephone numbers so; the factors of time are this project's.
/// </remarks>
public static class SuccessionLinking
{
    const double DayMilliseconds = 86_400_000, SilenceDays = 30;

    /// <summary>For each party the likeliest earlier identifiers of the same person; parties without any candidate are left out. O(Σ over ties of the contact's degree).</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="candidates">How many to name, 1 and up.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1 candidate.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<PartyRanking> Rank(Observation seen, int candidates, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        var ties = GraphBuilder.Undirected(seen);
        var n = ties.NodeCount;
        var (first, last) = Spans(ties);
        var weight = new double[ties.Target.Length];
        var length = new double[n];
        for (var v = 0; v < n; v++)
        {
            for (var e = ties.Offset[v]; e < ties.Offset[v + 1]; e++)
            {
                weight[e] = Math.Log(1 + ties.Messages[e]) * Math.Log(1 + ((double)n / ties.Degree(ties.Target[e])));
                length[v] += weight[e] * weight[e];
            }
            length[v] = Math.Sqrt(length[v]);
        }
        var rankings = new PartyRanking?[n];
        Parallel.For(0, n, new ParallelOptions { CancellationToken = stop }, later =>
        {
            var product = new Dictionary<int, double>();
            for (var e = ties.Offset[later]; e < ties.Offset[later + 1]; e++)
                for (int contact = ties.Target[e], b = ties.Offset[contact]; b < ties.Offset[contact + 1]; b++)
                    if (ties.Target[b] is var earlier && first[earlier] < first[later])
                        product[earlier] = product.GetValueOrDefault(earlier) + (weight[e] * weight[ties.Find(earlier, contact)]);
            PartyCandidate[] best = [.. product
                .Select(p => new PartyCandidate(new PartyId(p.Key), p.Value / (length[later] * length[p.Key]) * InTime(p.Key, later)))
                .Where(c => c.Score > 0).OrderByDescending(c => c.Score).ThenBy(c => c.Earlier.Index).Take(candidates)];
            if (best.Length > 0) rankings[later] = new PartyRanking(new PartyId(later), [.. best]);
        });
        return [.. rankings.OfType<PartyRanking>()];

        double InTime(int earlier, int later)
        {
            var together = Math.Clamp((double)(last[earlier] - first[later]) / Math.Max(1, last[later] - first[later]), 0, 1);
            var silentDays = Math.Max(0, first[later] - last[earlier]) / DayMilliseconds;
            return Math.Pow(1 - together, 2) / (1 + (silentDays / SilenceDays));
        }
    }

    static (long[] First, long[] Last) Spans(CommunicationGraph ties)
    {
        long[] first = new long[ties.NodeCount], last = new long[ties.NodeCount];
        Array.Fill(first, long.MaxValue);
        for (var v = 0; v < ties.NodeCount; v++)
            for (var e = ties.Offset[v]; e < ties.Offset[v + 1]; e++)
                (first[v], last[v]) = (Math.Min(first[v], ties.First[e]), Math.Max(last[v], ties.Last[e]));
        return (first, last);
    }
}
