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
        var followed = options.Reverse ? GraphBuilder.Reversed(graph) : graph;
        var strength = new double[n];
        var (offset, source, weight) = Incoming(followed, TieWeights.Of(followed, options.Weight), strength);

        double[] score = new double[n], next = new double[n], perWeight = new double[n];
        score.AsSpan().Fill(1.0 / n);
        for (var round = 0; round < options.Iterations; round++)
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
                    var from = source.AsSpan(offset[v]..offset[v + 1]);
                    var by = weight.AsSpan(offset[v], from.Length);
                    for (var i = 0; i < from.Length; i++) sum += by[i] * perWeight[from[i]];
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

    // Sources and weights by target, sources ascending, and what each node gives in all. Less than a whole reversed graph, which carries times and sizes, too.
    static (int[] Offset, int[] Source, double[] Weight) Incoming(CommunicationGraph graph, ReadOnlySpan<double> outgoing, double[] strength)
    {
        ReadOnlySpan<int> outOffset = graph.Offset, target = graph.Target;
        var offset = new int[graph.NodeCount + 1];
        foreach (var to in target) offset[to + 1]++;
        for (var v = 0; v < graph.NodeCount; v++) offset[v + 1] += offset[v];
        var next = offset.AsSpan(0, graph.NodeCount).ToArray();
        var (source, weight) = (new int[target.Length], new double[target.Length]);
        for (var v = 0; v < graph.NodeCount; v++)
            for (var e = outOffset[v]; e < outOffset[v + 1]; e++)
            {
                var at = next[target[e]]++;
                (source[at], weight[at]) = (v, outgoing[e]);
                strength[v] += outgoing[e];
            }
        return (offset, source, weight);
    }
}
