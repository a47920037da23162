using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Betweenness: the share of shortest paths between other nodes that run through a node, summed over ordered pairs and divided by (n − 1)(n − 2). Unweighted; along the
/// directions in a directed graph; ends do not count.
/// Source: Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25(2), 2001, doi 10.1080/0022250X.2001.9990249.
/// </summary>
public static class Betweenness
{
    /// <summary>Exact, one value per node, 0 … 1; 0 for fewer than three nodes. O(nodes · edges), in parallel.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<double> Of(CommunicationGraph graph, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Scale(graph, Dependencies(graph, [.. Enumerable.Range(0, graph.NodeCount)], stop), graph.NodeCount);
    }

    /// <summary>
    /// Estimated from the paths of some nodes drawn without replacement. With probability 1 − <paramref name="risk"/> no value is off by more than the stated bound
    /// (Hoeffding's inequality, jointly over all nodes); typical errors are far smaller. Exact, bound 0, when all nodes are drawn. O(samples · edges), in parallel.
    /// Source: Brandes, Pich, "Centrality estimation in large networks", Int. J. Bifurcation Chaos 17(7), 2007, doi 10.1142/S0218127407018403.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="samples">Number of starts, at least 1.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="risk">Accepted probability that the bound fails, above 0 and below 1.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Samples or risk out of range.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static BetweennessEstimate Estimate(CommunicationGraph graph, int samples, int seed = 0, double risk = 0.05, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        if (risk is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(risk), risk, "expected above 0 and below 1");
        var n = graph.NodeCount;
        if (samples >= n) return new BetweennessEstimate(Of(graph, stop), n, 0);
        var all = Enumerable.Range(0, n).ToArray();
        new Random(seed).Shuffle(all);
        var starts = all[..samples];
        Array.Sort(starts);
        // One start adds between 0 and n − 2 to a node's sum, so its share of (n − 1)(n − 2)/n is a number of width n/(n − 1).
        var bound = Math.Min(1, n / (n - 1.0) * Math.Sqrt(Math.Log(2.0 * n / risk) / (2.0 * samples)));
        return new BetweennessEstimate(Scale(graph, Dependencies(graph, starts, stop), samples), samples, bound);
    }

    static ImmutableArray<double> Scale(CommunicationGraph graph, double[] sum, int samples)
    {
        double n = graph.NodeCount;
        var scale = n < 3 ? 0 : n / samples / ((n - 1) * (n - 2));
        return [.. sum.Select(s => s * scale)];
    }

    static double[] Dependencies(CommunicationGraph graph, int[] starts, CancellationToken stop)
    {
        // Sums are made in a fixed number of parts and added in order, so that rounding does not depend on the threads.
        const int Parts = 16;
        var partial = new double[Parts][];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = stop }, part =>
        {
            var search = new ShortestPaths(graph);
            var sum = new double[graph.NodeCount];
            for (var i = part; i < starts.Length; i += Parts)
            {
                stop.ThrowIfCancellationRequested();
                search.AddDependencies(starts[i], sum);
            }
            partial[part] = sum;
        });
        var total = new double[graph.NodeCount];
        foreach (var sum in partial)
            for (var v = 0; v < total.Length; v++) total[v] += sum[v];
        return total;
    }

    sealed class ShortestPaths
    {
        readonly CommunicationGraph _graph;
        readonly int[] _distance, _order;
        readonly double[] _paths, _share;

        public ShortestPaths(CommunicationGraph graph)
        {
            _graph = graph;
            _distance = new int[graph.NodeCount];
            _distance.AsSpan().Fill(-1);
            _order = new int[graph.NodeCount];
            _paths = new double[graph.NodeCount];
            _share = new double[graph.NodeCount];
        }

        public void AddDependencies(int start, double[] sum)
        {
            ReadOnlySpan<int> offset = _graph.Offset, target = _graph.Target;
            Span<int> distance = _distance, order = _order;
            Span<double> paths = _paths, share = _share;
            int head = 0, tail = 0;
            order[tail++] = start;
            distance[start] = 0;
            paths[start] = 1;
            while (head < tail)
            {
                var v = order[head++];
                var further = distance[v] + 1;
                foreach (var u in target[offset[v]..offset[v + 1]])
                {
                    if (distance[u] < 0)
                    {
                        distance[u] = further;
                        paths[u] = 0;
                        order[tail++] = u;
                    }
                    if (distance[u] == further) paths[u] += paths[v];
                }
            }
            // From the farthest back: what a node passes on is (1 + what runs through it) per path to it.
            for (var i = tail - 1; i >= 0; i--)
            {
                var v = order[i];
                var further = distance[v] + 1;
                double through = 0;
                foreach (var u in target[offset[v]..offset[v + 1]])
                    if (distance[u] == further) through += share[u];
                through *= paths[v];
                share[v] = (1 + through) / paths[v];
                if (i > 0) sum[v] += through;
            }
            for (var i = 0; i < tail; i++) distance[order[i]] = -1;
        }
    }
}
