using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Communities;

/// <summary>Whether circles last: communities of consecutive stretches of time compared with one another, with chance, and with what there would be if nothing changed.</summary>
public static class CommunityChanges
{
    /// <summary>
    /// Cuts the rows into stretches of equal numbers of messages, finds the communities of each (Leiden), and compares each stretch with the next over the parties that have a tie in both. Empty with fewer rows than stretches.
    /// O(stretches · draws · ties). Deterministic given the seed.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="stretches">2 … 100.</param>
    /// <param name="weight">What a tie counts.</param>
    /// <param name="draws">Redrawn logs for the comparison with no change, 1 … 1,000; twenty times as many relabellings for the comparison with chance.</param>
    /// <param name="seed">Seed of searches and draws.</param>
    /// <param name="stop">Stops it.</param>
    /// <remarks>Adjusted mutual information: Vinh, Epps, Bailey, JMLR 11 (2010) 2837. Comparing with reshuffled times: Holme, Saramäki, Physics Reports 519 (2012) 97, doi 10.1016/j.physrep.2012.03.001.</remarks>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<CommunityChange> Of(Observation seen, int stretches, TieWeight weight, int draws, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNotEqual(stretches, Math.Clamp(stretches, 2, 100));
        ArgumentOutOfRangeException.ThrowIfNotEqual(draws, Math.Clamp(draws, 1, 1000));
        if (seen.Count < stretches) return [];
        int[] border = [.. Enumerable.Range(0, stretches + 1).Select(k => (int)((long)seen.Count * k / stretches))];
        var found = Enumerable.Range(0, stretches).Select(k => Search([.. Enumerable.Range(border[k], border[k + 1] - border[k])])).ToArray();
        return [.. Enumerable.Range(1, stretches - 1).Select(Compare)];

        int[] Search(int[] rows)
        {
            var graph = GraphBuilder.Undirected(seen.Take(rows));
            var group = Leiden.Of(graph, new LeidenOptions { Weight = weight, Seed = seed }, stop).Partition.Group;
            return [.. Enumerable.Range(0, graph.NodeCount).Select(v => graph.Degree(v) == 0 ? -1 : group[v])];
        }

        CommunityChange Compare(int k)
        {
            var random = new Random(unchecked((seed * 7919) + k));
            var (before, after) = Shared(found[k - 1], found[k]);
            var agreement = Agreement(before, after);
            var asGood = 1;
            var dealt = after.ToArray();
            for (var d = 0; d < 20 * draws && before.Length > 1; d++)
            {
                random.Shuffle(dealt);
                if (Agreement(before, dealt) >= agreement - 1e-12) asGood++;
            }
            var (unchanged, asPoor) = (0.0, 1);
            var rows = Enumerable.Range(border[k - 1], border[k + 1] - border[k - 1]).ToArray();
            for (var d = 0; d < draws; d++)
            {
                random.Shuffle(rows);
                var cut = border[k] - border[k - 1];
                var (one, other) = Shared(Search([.. rows[..cut].Order()]), Search([.. rows[cut..].Order()]));
                var drawn = Agreement(one, other);
                unchanged += drawn;
                if (drawn <= agreement + 1e-12) asPoor++;
            }
            var isTold = before.Length > 1 && !double.IsNaN(unchanged);
            return new CommunityChange(seen.SeenAt[border[k - 1]], seen.SeenAt[border[k]], seen.SeenAt[border[k + 1] - 1], before.Length, before.Distinct().Count(), after.Distinct().Count(), agreement,
                before.Length > 1 ? PartitionAgreement.AdjustedRandIndex(before, after) : double.NaN, before.Length > 1 ? asGood / (20.0 * draws + 1) : 1,
                isTold ? unchanged / draws : double.NaN, isTold ? asPoor / (draws + 1.0) : double.NaN);
        }
    }

    // The communities of the parties that are tied in both.
    static (int[] Before, int[] After) Shared(int[] before, int[] after)
    {
        int[] both = [.. Enumerable.Range(0, before.Length).Where(p => before[p] >= 0 && after[p] >= 0)];
        return ([.. both.Select(p => before[p])], [.. both.Select(p => after[p])]);
    }

    static double Agreement(int[] a, int[] b) => a.Length > 1 ? PartitionAgreement.AdjustedMutualInformation(a, b) : double.NaN;
}
