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
        var total = TriangleSums.Of(graph, weights, stop);

        double[] local = new double[n], geometric = new double[n], barrat = new double[n];
        var triangles = new long[n];
        long closed = 0, wedges = 0;
        NodeRanges.For(n, weights.Length, (first, end) =>
        {
            long closedHere = 0, wedgesHere = 0;
            for (var v = first; v < end; v++)
            {
                double k = graph.Degree(v), strength = 0;
                if (k < 2) continue;
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) strength += weights[e];
                var sum = total[v];
                triangles[v] = sum.Count;
                local[v] = 2 * sum.Count / (k * (k - 1));
                geometric[v] = 2 * sum.Geometric / (k * (k - 1));
                barrat[v] = sum.OwnTies / (strength * (k - 1));
                closedHere += sum.Count;
                wedgesHere += (long)k * ((long)k - 1) / 2;
            }
            Interlocked.Add(ref closed, closedHere);
            Interlocked.Add(ref wedges, wedgesHere);
        }, stop);
        return new Clustering([.. triangles], [.. local], [.. geometric], [.. barrat], wedges == 0 ? 0 : (double)closed / wedges);
    }
}
