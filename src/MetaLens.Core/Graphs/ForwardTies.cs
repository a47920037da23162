namespace MetaLens.Graphs;

/// <summary>
/// Each tie of an undirected graph once, from its end of smaller degree (of equals, the smaller number), so that every triangle is met exactly once and hubs have few ties
/// to walk. Source: Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs", Theor. Comput. Sci. 407, 2008, doi 10.1016/j.tcs.2008.07.017.
/// </summary>
/// <param name="Offset">Row starts.</param>
/// <param name="Target">The other end.</param>
/// <param name="Edge">Position of the tie in the graph's own columns, or in the list it was made of.</param>
sealed record ForwardTies(int[] Offset, int[] Target, int[] Edge)
{
    public static ForwardTies Of(CommunicationGraph undirected)
    {
        int[] a = new int[undirected.TieCount], b = new int[undirected.TieCount], edge = new int[undirected.TieCount];
        var at = 0;
        for (var v = 0; v < undirected.NodeCount; v++)
            for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++)
                if (v < undirected.Target[e])
                {
                    (a[at], b[at], edge[at]) = (v, undirected.Target[e], e);
                    at++;
                }
        var forward = Of(undirected.NodeCount, a, b);
        return forward with { Edge = Array.ConvertAll(forward.Edge, tie => edge[tie]) };
    }

    /// <summary>Of a list of unordered pairs, each once; <see cref="Edge"/> is the place in the list.</summary>
    public static ForwardTies Of(int nodes, int[] a, int[] b)
    {
        int[] degree = new int[nodes], offset = new int[nodes + 1], from = new int[a.Length];
        for (var t = 0; t < a.Length; t++)
        {
            degree[a[t]]++;
            degree[b[t]]++;
        }
        for (var t = 0; t < a.Length; t++)
        {
            from[t] = degree[a[t]] < degree[b[t]] || (degree[a[t]] == degree[b[t]] && a[t] < b[t]) ? a[t] : b[t];
            offset[from[t] + 1]++;
        }
        for (var v = 0; v < nodes; v++) offset[v + 1] += offset[v];
        var edge = CountingSort.Order(from, null, nodes);
        return new ForwardTies(offset, Array.ConvertAll(edge, t => a[t] + b[t] - from[t]), edge);
    }
}
