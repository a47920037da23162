namespace MetaLens.Graphs;

/// <summary>Connected components: who can reach whom at all. A node without a tie is a component of its own.</summary>
public static class Components
{
    /// <summary>
    /// Weakly connected components: directions do not count. Union–find with path halving, near O(edges).
    /// Source: Tarjan, "Efficiency of a good but not linear set union algorithm", JACM 22(2), 1975, doi 10.1145/321879.321884.
    /// </summary>
    public static Partition Weak(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var parent = new int[graph.NodeCount];
        for (var v = 0; v < parent.Length; v++) parent[v] = v;
        for (var v = 0; v < parent.Length; v++)
            foreach (var u in graph.Neighbours(v))
            {
                int a = Root(parent, v), b = Root(parent, u);
                if (a < b) parent[b] = a;
                else parent[a] = b;
            }
        for (var v = 0; v < parent.Length; v++) parent[v] = Root(parent, v);
        return Partition.Of(parent);
    }

    /// <summary>
    /// Strongly connected components: each member reaches each other one along the directions. In an undirected graph the same as <see cref="Weak"/>. O(nodes + edges).
    /// Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972, doi 10.1137/0201010.
    /// </summary>
    public static Partition Strong(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var n = graph.NodeCount;
        int[] visited = new int[n], low = new int[n], component = new int[n], next = new int[n], path = new int[n], open = new int[n];
        int clock = 0, found = 0, opened = 0;
        component.AsSpan().Fill(-1);
        for (var start = 0; start < n; start++)
        {
            if (visited[start] != 0) continue;
            var depth = 0;
            Enter(start);
            while (depth > 0)
            {
                var v = path[depth - 1];
                if (next[v] < graph.Offset[v + 1])
                {
                    var u = graph.Target[next[v]++];
                    if (visited[u] == 0) Enter(u);
                    else if (component[u] < 0) low[v] = Math.Min(low[v], visited[u]);
                    continue;
                }
                depth--;
                if (depth > 0) low[path[depth - 1]] = Math.Min(low[path[depth - 1]], low[v]);
                if (low[v] != visited[v]) continue;
                int member;
                do
                {
                    member = open[--opened];
                    component[member] = found;
                }
                while (member != v);
                found++;
            }

            void Enter(int v)
            {
                visited[v] = low[v] = ++clock;
                next[v] = graph.Offset[v];
                path[depth++] = v;
                open[opened++] = v;
            }
        }
        return Partition.Of(component);
    }

    static int Root(int[] parent, int v)
    {
        while (parent[v] != v) v = parent[v] = parent[parent[v]];
        return v;
    }
}
