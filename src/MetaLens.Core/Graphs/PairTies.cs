namespace MetaLens.Graphs;

/// <summary>
/// Each tie of an undirected graph once, from its end of smaller degree (of equals, the smaller number), so that every triangle is met exactly once and hubs have few ties
/// to walk. Source: Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs", Theor. Comput. Sci. 407, 2008, doi 10.1016/j.tcs.2008.07.017.
/// </summary>
/// <param name="Offset">Row starts.</param>
/// <param name="Target">The other end.</param>
/// <param name="Edge">Position of the tie in the graph's own columns, or in the list it was made of.</param>
sealed record PairTies(int[] Offset, int[] Target, int[] Edge)
{
    /// <summary>Of a list of unordered pairs, each once; <see cref="Edge"/> is the place in the list.</summary>
    public static PairTies Of(int nodes, int[] a, int[] b)
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
        return new PairTies(offset, Array.ConvertAll(edge, t => a[t] + b[t] - from[t]), edge);
    }
}

