using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>How often two contacts of a node are contacts of each other, by three conventions. Directions do not count.</summary>
/// <param name="Triangles">Pairs of a node's neighbours that are tied themselves.</param>
/// <param name="Local">Triangles over all pairs of neighbours, 2t/(k(k − 1)), 0 … 1; 0 with fewer than two neighbours (Watts, Strogatz 1998).</param>
/// <param name="GeometricMean">The same with each triangle counting the geometric mean of its three weights over the graph's largest weight (Onnela et al. 2005; networkx's weighted clustering).</param>
/// <param name="Barrat">Each triangle counting the mean weight of the node's own two ties, over strength · (k − 1) (Barrat et al. 2004), 0 … 1.</param>
/// <param name="Transitivity">Of the whole graph: 3 · triangles / pairs of ties that share a node, 0 … 1; 0 without such pairs.</param>
public sealed record Clustering(ImmutableArray<long> Triangles, ImmutableArray<double> Local, ImmutableArray<double> GeometricMean, ImmutableArray<double> Barrat, double Transitivity)
{
    /// <summary>Mean of <see cref="Local"/> over all nodes, those with fewer than two neighbours counting 0; 0 for an empty graph.</summary>
    public double Average => Local.Length == 0 ? 0 : Local.Average();

    /// <summary>
    /// Counts each triangle once, from its node of least degree. O(edges^1.5) at worst, in parallel.
    /// Sources: Watts, Strogatz, Nature 393, 1998, doi 10.1038/30918; Onnela et al., Phys. Rev. E 71, 065103 (2005), doi 10.1103/PhysRevE.71.065103; Barrat et al., PNAS 101(11),
    /// 2004, doi 10.1073/pnas.0400087101.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static Clustering Of(CommunicationGraph graph, TieWeight weight = TieWeight.Messages, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = GraphBuilder.ToUndirected(graph);
        var n = graph.NodeCount;
        var weights = TieWeights.Of(graph, weight);
        var most = weights.Length == 0 ? 1 : weights.Max();
        // Beside each other in the order in which triangles are searched.
        var forward = ForwardTies.Of(graph);
        double[] forwardWeights = new double[forward.Edge.Length], roots = new double[forward.Edge.Length];
        NodeRanges.For(roots.Length, roots.Length, (first, end) =>
        {
            for (var i = first; i < end; i++) roots[i] = Math.Cbrt((forwardWeights[i] = weights[forward.Edge[i]]) / most);
        }, stop);

        // Sums are made in a fixed number of parts and added in order, so that rounding does not depend on the threads.
        const int Parts = 8;
        var partial = new Sums[Parts];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = stop }, part => partial[part] = new Sums(n).Count(forward, forwardWeights, roots, part, Parts, stop));
        var total = new Sums(n);
        foreach (var sums in partial) total.Add(sums);

        double[] local = new double[n], geometric = new double[n], barrat = new double[n];
        double closed = 0, wedges = 0;
        for (var v = 0; v < n; v++)
        {
            double k = graph.Degree(v), strength = 0;
            if (k < 2) continue;
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) strength += weights[e];
            local[v] = 2 * total.Triangles[v] / (k * (k - 1));
            geometric[v] = 2 * total.Geometric[v] / (k * (k - 1));
            barrat[v] = total.Barrat[v] / (strength * (k - 1));
            closed += total.Triangles[v];
            wedges += k * (k - 1) / 2;
        }
        return new Clustering([.. total.Triangles], [.. local], [.. geometric], [.. barrat], wedges == 0 ? 0 : closed / wedges);
    }

    sealed class Sums(int nodes)
    {
        public long[] Triangles { get; } = new long[nodes];
        public double[] Geometric { get; } = new double[nodes];
        public double[] Barrat { get; } = new double[nodes];

        public Sums Count(ForwardTies ties, double[] weights, double[] roots, int part, int parts, CancellationToken stop)
        {
            // Position + 1 of the tie from the current node to each other node.
            var to = new int[nodes];
            ReadOnlySpan<int> offset = ties.Offset, target = ties.Target;
            for (var a = part; a < nodes; a += parts)
            {
                if ((a & 1023) == part) stop.ThrowIfCancellationRequested();
                int start = offset[a], end = offset[a + 1];
                if (end - start < 2) continue;
                for (var i = start; i < end; i++) to[target[i]] = i + 1;
                for (var i = start; i < end; i++)
                {
                    var b = target[i];
                    for (var j = offset[b]; j < offset[b + 1]; j++)
                        if (to[target[j]] is > 0 and var ac) AddTriangle(a, b, target[j], i, ac - 1, j);
                }
                for (var i = start; i < end; i++) to[target[i]] = 0;
            }
            return this;

            // Ties by their place in the search order.
            void AddTriangle(int a, int b, int c, int ab, int ac, int bc)
            {
                Triangles[a]++;
                Triangles[b]++;
                Triangles[c]++;
                var mean = roots[ab] * roots[ac] * roots[bc];
                Geometric[a] += mean;
                Geometric[b] += mean;
                Geometric[c] += mean;
                Barrat[a] += weights[ab] + weights[ac];
                Barrat[b] += weights[ab] + weights[bc];
                Barrat[c] += weights[ac] + weights[bc];
            }
        }

        public void Add(Sums other)
        {
            for (var v = 0; v < nodes; v++)
            {
                Triangles[v] += other.Triangles[v];
                Geometric[v] += other.Geometric[v];
                Barrat[v] += other.Barrat[v];
            }
        }
    }
}
