using MetaLens.Graphs;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>How high people stand by volumes and ranks alone.</summary>
static class VolumeStanding
{
    static readonly string[] Scores = ["pagerank", "reverse_pagerank", "messages_in", "messages_out", "degree"];

    /// <summary>Rank of each by the mean rank in five scores, as organisations differ in which of them tells, 0 … 1. O(edges) an iteration of PageRank.</summary>
    public static double[] Of(CommunicationGraph graph, int[] parties, CancellationToken stop)
    {
        var scores = LeadershipScores.OfVolumes(graph, stop);
        var standing = new double[parties.Length];
        foreach (var name in Scores)
        {
            var ranks = Ranks([.. parties.Select(p => scores[name][p])]);
            for (var i = 0; i < ranks.Length; i++) standing[i] += ranks[i];
        }
        return Ranks(standing);
    }

    /// <summary>Share of the others that are below, equal ones halfway, 0 … 1. O(n log n).</summary>
    public static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        var ranks = new double[values.Length];
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            while (end < order.Length && values[order[end]] == values[order[i]]) end++;
            for (var k = i; k < end; k++) ranks[order[k]] = (i + end - 1) / 2.0 / Math.Max(1, order.Length - 1);
            i = end;
        }
        return ranks;
    }
}
