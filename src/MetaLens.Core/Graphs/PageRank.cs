using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// PageRank: how often a surfer stands on a node who follows ties in proportion to their weight and, with probability 1 − damping, or where no tie leads on, starts
/// anew at a random node. In an undirected graph ties are followed both ways.
/// Source: Page, Brin, Motwani, Winograd, "The PageRank citation ranking", Stanford InfoLab 1999-66; dangling nodes as in networkx (spread evenly).
/// </summary>
public static class PageRank
{
    /// <summary>
    /// One score per node, above 0, together 1; equal scores without ties, empty for an empty graph. O(edges) an iteration. Each node's sum runs over its ties in order, so the
    /// number of threads changes nothing.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<double> Of(CommunicationGraph graph, PageRankOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new PageRankOptions();
        var n = graph.NodeCount;
        if (n == 0) return [];
        var incoming = options.Reverse ? graph : GraphBuilder.Reversed(graph);
        int[] offset = incoming.Offset.ToArray(), source = incoming.Target.ToArray();
        var weight = TieWeights.Of(incoming, options.Weight);
        var strength = new double[n];
        for (var e = 0; e < source.Length; e++) strength[source[e]] += weight[e];

        double[] score = new double[n], next = new double[n], perWeight = new double[n];
        score.AsSpan().Fill(1.0 / n);
        for (var i = 0; i < options.Iterations; i++)
        {
            double dangling = 0;
            for (var v = 0; v < n; v++)
            {
                if (strength[v] == 0) dangling += score[v];
                else perWeight[v] = score[v] / strength[v];
            }
            var everywhere = ((1 - options.Damping) + (options.Damping * dangling)) / n;
            NodeRanges.For(n, source.Length, (first, end) =>
            {
                for (var v = first; v < end; v++)
                {
                    double sum = 0;
                    for (var e = offset[v]; e < offset[v + 1]; e++) sum += weight[e] * perWeight[source[e]];
                    next[v] = everywhere + (options.Damping * sum);
                }
            }, stop);
            double change = 0;
            for (var v = 0; v < n; v++) change += Math.Abs(next[v] - score[v]);
            (score, next) = (next, score);
            if (change < options.Tolerance) break;
        }
        return [.. score];
    }
}
