using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Eigenvector centrality: a node is central as far as its neighbours are; the leading eigenvector of the weighted undirected adjacency matrix.
/// Source: Bonacich, "Power and centrality", Am. J. Sociol. 92(5), 1987, doi 10.1086/228631.
/// </summary>
public static class EigenvectorCentrality
{
    /// <summary>
    /// One value per node, 0 … 1, Euclidean length 1. Convention: of the largest weakly connected component (of equals the one with the smallest node), 0 outside it, because
    /// without that the value hangs on which component has the larger eigenvalue. All 0 without ties. Power iteration, O(edges) each, shifted so that it also converges on
    /// bipartite graphs; ends when the vector changes by less than 1e-13, or after 100,000 iterations.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<double> Of(CommunicationGraph graph, TieWeight weight = TieWeight.Messages, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = GraphBuilder.ToUndirected(graph);
        var n = graph.NodeCount;
        double[] now = new double[n], next = new double[n];
        var component = Components.Weak(graph);
        if (component.Count == 0 || component.Sizes[0] == 1) return [.. now];
        var weights = TieWeights.Of(graph, weight);
        for (var v = 0; v < n; v++)
            if (component.Group[v] == 0) now[v] = 1 / Math.Sqrt(component.Sizes[0]);
        int[] offset = graph.Offset.ToArray(), target = graph.Target.ToArray();
        double shift = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var (from, to) = (now, next);
            NodeRanges.For(n, target.Length, (first, end) =>
            {
                for (var v = first; v < end; v++)
                {
                    double sum = 0;
                    for (var e = offset[v]; e < offset[v + 1]; e++) sum += weights[e] * from[target[e]];
                    to[v] = sum;
                }
            }, stop);
            // A third of the eigenvalue as found so far: enough to press the negative end of the spectrum down.
            double rayleigh = 0, length = 0, change = 0;
            for (var v = 0; v < n; v++) rayleigh += from[v] * to[v];
            if (i < 10) shift = rayleigh / 3;
            for (var v = 0; v < n; v++)
            {
                to[v] += shift * from[v];
                length += to[v] * to[v];
            }
            length = Math.Sqrt(length);
            for (var v = 0; v < n; v++)
            {
                to[v] /= length;
                change += Math.Abs(to[v] - from[v]);
            }
            (now, next) = (to, from);
            if (change < 1e-13) break;
        }
        return [.. now];
    }
}
