namespace MetaLens.Graphs;

/// <summary>
/// Closeness: how few steps lie between a node and the others. With R the nodes at a finite distance (the node itself left out), S the sum of their distances and n all nodes:
/// plain = |R|/S, inside the reachable part only; Wasserman–Faust = plain · |R|/(n − 1), so that a tiny component does not look central; harmonic = Σ 1/d / (n − 1).
/// Source: Wasserman, Faust, "Social network analysis" (1994), p. 201; Boldi, Vigna, Internet Mathematics 10, 2014, doi 10.1080/15427951.2013.865686.
/// </summary>
public static class Closeness
{
    /// <summary>
    /// Three values per node, each 0 (reaches nobody) … 1 (one step from all). Unweighted. In a directed graph by distances towards the node, as in networkx, or away from it.
    /// O(nodes · edges) at worst, 64 nodes sharing a walk, in parallel.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ClosenessScores Of(CommunicationGraph graph, bool incoming = true, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var n = graph.NodeCount;
        double[] plain = new double[n], wassermanFaust = new double[n], harmonic = new double[n];
        var walked = incoming ? GraphBuilder.Reversed(graph) : graph;
        var batches = (n + BreadthFirst64.Width - 1) / BreadthFirst64.Width;
        Parallel.For(0, batches, new ParallelOptions { CancellationToken = stop }, () => new BreadthFirst64(walked), (batch, _, search) =>
        {
            var first = batch * BreadthFirst64.Width;
            var starts = Enumerable.Range(first, Math.Min(BreadthFirst64.Width, n - first)).ToArray();
            var before = new int[starts.Length];
            var steps = new long[starts.Length];
            search.Run(starts, int.MaxValue - 1, null, (hop, reached) =>
            {
                for (var i = 0; i < before.Length; i++)
                {
                    var fresh = reached[i] - before[i];
                    if (fresh == 0) continue;
                    steps[i] += (long)fresh * hop;
                    harmonic[first + i] += (double)fresh / hop / (n - 1);
                    before[i] = reached[i];
                }
            });
            for (var i = 0; i < before.Length; i++)
            {
                if (steps[i] == 0) continue;
                plain[first + i] = (double)before[i] / steps[i];
                wassermanFaust[first + i] = plain[first + i] * before[i] / (n - 1);
            }
            return search;
        }, _ => { });
        return new ClosenessScores([.. plain], [.. wassermanFaust], [.. harmonic]);
    }
}
