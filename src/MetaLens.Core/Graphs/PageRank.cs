using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// PageRank: how often a surfer stands on a node who follows ties in proportion to their weight and, with probability 1 − damping, or where no tie leads on, starts
/// anew at a random node. In an undirected graph ties are followed both ways.
/// Source: Page, Brin, Motwani, Winograd, "The PageRank citation ranking", Stanford InfoLab 1999-66; dangling nodes as in networkx (spread evenly).
/// </summary>
public static class PageRank
{
    // Nodes whose changes are added up together.
    const int Stretch = 1024;

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
        var ties = Followed.Of(graph, options, stop);
        double[] score = new double[n], next = new double[n], perWeight = new double[n];
        score.AsSpan().Fill(1.0 / n);
        for (var v = 0; v < n; v++) perWeight[v] = score[v] / ties.Strength[v];
        var dangling = Enumerable.Range(0, n).Where(v => ties.Strength[v] == 0).ToArray();
        // Changes are added up in stretches of a fixed length, so that the number of threads changes nothing.
        double[] nextPerWeight = new double[n], change = new double[(n + Stretch - 1) / Stretch];
        for (var round = 0; round < options.Iterations; round++)
        {
            double lost = 0;
            foreach (var v in dangling) lost += score[v];
            var everywhere = ((1 - options.Damping) + (options.Damping * lost)) / n;
            var (from, to, outgoing, outNext) = (score, next, perWeight, nextPerWeight);
            NodeRanges.For(change.Length, ties.Source.Length, (first, end) =>
            {
                for (var s = first; s < end; s++)
                {
                    var stretch = (s * Stretch)..Math.Min(n, (s + 1) * Stretch);
                    ties.Gather(stretch.Start.Value, outgoing, to.AsSpan(stretch));
                    change[s] = Follow(to.AsSpan(stretch), from.AsSpan(stretch), ties.Strength.AsSpan(stretch), outNext.AsSpan(stretch), everywhere, options.Damping);
                }
            }, stop);
            (score, next) = (next, score);
            (perWeight, nextPerWeight) = (nextPerWeight, perWeight);
            if (change.Sum() < options.Tolerance) break;
        }
        return [.. score];
    }

    // Turns what flows to nodes into their scores and what they give per weight; returns how much the scores change together.
    static double Follow(Span<double> next, ReadOnlySpan<double> score, ReadOnlySpan<double> strength, Span<double> perWeight, double everywhere, double damping)
    {
        double change = 0;
        for (var v = 0; v < next.Length; v++)
        {
            next[v] = everywhere + (damping * next[v]);
            perWeight[v] = next[v] / strength[v];
            change += Math.Abs(next[v] - score[v]);
        }
        return change;
    }

    /// <summary>Ties by where they lead, and what each node gives in all.</summary>
    sealed record Followed(int[] Offset, int[] Source, double[] Weight, double[] Strength)
    {
        // What flows to each node from a first one on.
        public void Gather(int first, double[] perWeight, Span<double> flow)
        {
            ReadOnlySpan<int> rows = Offset.AsSpan(first, flow.Length + 1), source = Source;
            ReadOnlySpan<double> weight = Weight, per = perWeight;
            for (var v = 0; v < flow.Length; v++)
            {
                double sum = 0;
                for (var i = rows[v]; i < rows[v + 1]; i++) sum += weight[i] * per[source[i]];
                flow[v] = sum;
            }
        }

        public static Followed Of(CommunicationGraph graph, PageRankOptions options, CancellationToken stop)
        {
            var weights = TieWeights.Of(graph, options.Weight);
            var strength = new double[graph.NodeCount];
            if (options.Reverse || !graph.IsDirected)
            {
                // Followed backwards, a row already holds where the ties come from.
                for (var e = 0; e < weights.Length; e++) strength[graph.Target[e]] += weights[e];
                return new Followed(graph.Offset.ToArray(), graph.Target.ToArray(), weights, strength);
            }
            var incoming = IncomingEdges.Of(graph);
            var weight = new double[weights.Length];
            NodeRanges.For(strength.Length, weights.Length, (first, end) =>
            {
                for (var v = first; v < end; v++)
                    for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) strength[v] += weights[e];
                for (var i = incoming.Offset[first]; i < incoming.Offset[end]; i++) weight[i] = weights[incoming.Edge[i]];
            }, stop);
            return new Followed(incoming.Offset, incoming.Source, weight, strength);
        }
    }
}
