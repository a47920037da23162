using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>How evenly a node's ties lie over communities.</summary>
public static class Participation
{
    /// <summary>
    /// For each node 1 − Σ over communities of (weight of its ties into the community / weight of all its ties)²: 0 = all within one community, towards 1 = spread evenly over many. NaN without a tie. Directions are joined. O(edges).
    /// Source: Guimerà, Amaral, Nature 433 (2005) 895, doi 10.1038/nature03288.
    /// </summary>
    /// <param name="graph">Who talks with whom.</param>
    /// <param name="communities">A division of its nodes.</param>
    /// <param name="weight">What a tie counts.</param>
    public static ImmutableArray<double> Of(CommunicationGraph graph, Partition communities, TieWeight weight)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(communities);
        graph = GraphBuilder.ToUndirected(graph);
        var weights = TieWeights.Of(graph, weight);
        var into = new double[communities.Count];
        var participation = new double[graph.NodeCount];
        for (var v = 0; v < participation.Length; v++)
        {
            double all = 0, squares = 0;
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
            {
                into[communities.Group[graph.Target[e]]] += weights[e];
                all += weights[e];
            }
            foreach (var u in graph.Neighbours(v))
            {
                ref var share = ref into[communities.Group[u]];
                squares += share / all * (share / all);
                share = 0;
            }
            participation[v] = all > 0 ? 1 - squares : double.NaN;
        }
        return [.. participation];
    }
}
