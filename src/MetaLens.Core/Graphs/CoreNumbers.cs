using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Core numbers: the largest k such that a node belongs to a set of nodes of which each has at least k neighbours in the set. Directions do not count.
/// Source: Batagelj, Zaveršnik, "An O(m) algorithm for cores decomposition of networks" (2003), arXiv:cs/0310049; Seidman, Social Networks 5(3), 1983, doi 10.1016/0378-8733(83)90028-X.
/// </summary>
public static class CoreNumbers
{
    // How many nodes ahead of their turn their rows are asked for.
    const int Ahead = 8;

    /// <summary>One number per node, 0 (no tie) … nodes − 1; empty for an empty graph. O(edges), by peeling off nodes of least degree.</summary>
    public static ImmutableArray<int> Of(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = GraphBuilder.ToUndirected(graph);
        var n = graph.NodeCount;
        if (n == 0) return [];
        var degree = new int[n];
        var most = 0;
        for (var v = 0; v < n; v++) most = Math.Max(most, degree[v] = graph.Degree(v));
        // Nodes sorted by degree left; binStart[d] is where those of degree d begin.
        int[] binStart = new int[most + 2], order = new int[n], place = new int[n];
        foreach (var d in degree) binStart[d + 1]++;
        for (var d = 0; d <= most; d++) binStart[d + 1] += binStart[d];
        var fill = binStart.ToArray();
        for (var v = 0; v < n; v++)
        {
            place[v] = fill[degree[v]]++;
            order[place[v]] = v;
        }
        for (var i = 0; i < n; i++)
        {
            var v = order[i];
            // Nodes come in no order that memory could guess.
            CacheLine.AskFor(graph.Target, graph.Offset[order[Math.Min(i + Ahead, n - 1)]]);
            foreach (var u in graph.Neighbours(v))
            {
                if (degree[u] <= degree[v]) continue;
                // Swap u with the first of its bin and let the bin begin one later.
                var first = binStart[degree[u]]++;
                var other = order[first];
                (order[first], order[place[u]]) = (u, other);
                (place[other], place[u]) = (place[u], first);
                degree[u]--;
            }
        }
        return [.. degree];
    }
}
