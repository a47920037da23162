using System.Collections.Immutable;
using MetaLens.Graphs;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// The likely organisation chart: everybody's manager is a contact with a higher score, and the chart is the forest with the most messages between managers and employees.
/// Source: maximum spanning arborescence, Edmonds, J. Res. NBS 71B (1967) 233, doi 10.6028/jres.071B.032; setting of Diehl, Namata, Getoor, AAAI 2007.
/// </summary>
public static class LikelyManagers
{
    /// <summary>
    /// The likely manager of each node, −1 for nobody (nobody with a higher score among its contacts). s(m → e) = messages between e and m if score(m) &gt; score(e), else none;
    /// equal sums go to the manager with the smaller number. O(edges).
    /// </summary>
    /// <param name="graph">Who talks with whom; directions are joined.</param>
    /// <param name="score">A leadership score per node.</param>
    /// <exception cref="ArgumentException">Not one score per node.</exception>
    public static ImmutableArray<int> Of(CommunicationGraph graph, ImmutableArray<double> score)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (score.Length != graph.NodeCount) throw new ArgumentException($"found {score.Length} scores; expected one per node, {graph.NodeCount}", nameof(score));
        var undirected = GraphBuilder.ToUndirected(graph);
        var edges = new List<(int Parent, int Child, double Score)>();
        for (var manager = 0; manager < undirected.NodeCount; manager++)
            for (var e = undirected.Offset[manager]; e < undirected.Offset[manager + 1]; e++)
                if (score[manager] > score[undirected.Target[e]]) edges.Add((manager, undirected.Target[e], undirected.Messages[e]));
        return Arborescence.Maximum(undirected.NodeCount, edges);
    }
}
