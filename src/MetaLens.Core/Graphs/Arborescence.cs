using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// The maximum spanning arborescence: of scored edges "parent → child", the choice of at most one parent per node, without a cycle, that has the largest sum. Leaving a node
/// without a parent (a root) scores 0, so the result is a forest when that is better. Used for the likely organisation chart: every employee's likely manager.
/// Sources: Chu, Liu (1965); Edmonds, "Optimum branchings", J. Res. NBS 71B, 1967, doi 10.6028/jres.071B.032.
/// </summary>
public static class Arborescence
{
    /// <summary>
    /// The parent of each node, −1 for a root. Edges with a score of 0 or less, or from a node to itself, are never chosen. Equal sums are settled by the order of the edges.
    /// O(edges) a contraction, at most one per node and few in practice.
    /// </summary>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="edges">Scored edges between nodes 0 … nodes − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not a node, or a score is not finite.</exception>
    public static ImmutableArray<int> Maximum(int nodes, IReadOnlyList<(int Parent, int Child, double Score)> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        foreach (var (parent, child, score) in edges)
        {
            if (parent < 0 || parent >= nodes || child < 0 || child >= nodes)
                throw new ArgumentOutOfRangeException(nameof(edges), (parent, child), $"expected nodes 0 … {nodes - 1}");
            if (!double.IsFinite(score)) throw new ArgumentOutOfRangeException(nameof(edges), score, "expected a finite score");
        }
        // A root above all nodes with edges of score 0 turns the forest into a tree.
        var all = edges.Where(e => e.Score > 0 && e.Parent != e.Child).Select(e => new Edge(e.Parent, e.Child, e.Score)).ToList();
        for (var v = 0; v < nodes; v++) all.Add(new Edge(nodes, v, 0));
        var chosen = Choose(nodes + 1, nodes, all);
        var parents = new int[nodes];
        foreach (var edge in chosen) parents[all[edge].To] = all[edge].From == nodes ? -1 : all[edge].From;
        return [.. parents];
    }

    // Positions of the chosen edges: the best into each node, and where these close a circle, the circle becomes one node and the question is asked again.
    static List<int> Choose(int nodes, int root, List<Edge> edges)
    {
        var best = new int[nodes];
        best.AsSpan().Fill(-1);
        for (var e = 0; e < edges.Count; e++)
            if (edges[e].To != root && (best[edges[e].To] < 0 || edges[e].Score > edges[best[edges[e].To]].Score)) best[edges[e].To] = e;

        var group = new int[nodes];
        group.AsSpan().Fill(-1);
        var onPath = new int[nodes];
        onPath.AsSpan().Fill(-1);
        var groups = 0;
        var circles = new List<List<int>>();
        for (var start = 0; start < nodes; start++)
        {
            var v = start;
            while (v != root && group[v] < 0 && onPath[v] < 0)
            {
                onPath[v] = start;
                v = edges[best[v]].From;
            }
            if (v != root && group[v] < 0 && onPath[v] == start)
            {
                List<int> circle = [];
                for (var u = v; group[u] < 0; u = edges[best[u]].From)
                {
                    group[u] = groups;
                    circle.Add(u);
                }
                circles.Add(circle);
                groups++;
            }
            for (v = start; v != root && group[v] < 0; v = edges[best[v]].From) group[v] = groups++;
        }
        if (circles.Count == 0) return [.. best.Where(e => e >= 0)];
        group[root] = groups++;

        // Entering a circle at a node gives up the edge the circle has there.
        var inCircle = new bool[nodes];
        foreach (var v in circles.SelectMany(c => c)) inCircle[v] = true;
        var outer = new List<Edge>();
        var origin = new List<int>();
        for (var e = 0; e < edges.Count; e++)
        {
            var (from, to, score) = edges[e];
            if (to == root || group[from] == group[to]) continue;
            outer.Add(new Edge(group[from], group[to], score - (inCircle[to] ? edges[best[to]].Score : 0)));
            origin.Add(e);
        }
        var chosen = Choose(groups, group[root], outer).ConvertAll(e => origin[e]);
        var entered = new bool[nodes];
        foreach (var e in chosen) entered[edges[e].To] = true;
        foreach (var circle in circles) chosen.AddRange(circle.Where(v => !entered[v]).Select(v => best[v]));
        return chosen;
    }

    readonly record struct Edge(int From, int To, double Score);
}
