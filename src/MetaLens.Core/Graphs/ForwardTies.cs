namespace MetaLens.Graphs;

/// <summary>
/// Each tie of an undirected graph once, from its end of smaller degree (of equals, the smaller number), so that every triangle is met exactly once and hubs have few ties
/// to walk. Source: Latapy, "Main-memory triangle computations for very large (sparse (power-law)) graphs", Theor. Comput. Sci. 407, 2008, doi 10.1016/j.tcs.2008.07.017.
/// </summary>
/// <param name="Offset">Row starts.</param>
/// <param name="Target">The other end, ascending within a row.</param>
/// <param name="Edge">Position of the tie in the graph's columns, in the row of the same node.</param>
sealed record ForwardTies(int[] Offset, int[] Target, int[] Edge)
{
    /// <summary>Of an undirected graph. O(ties), in parallel.</summary>
    public static ForwardTies Of(CommunicationGraph undirected)
    {
        var n = undirected.NodeCount;
        var offset = new int[n + 1];
        NodeRanges.For(n, undirected.Target.Length, (first, end) =>
        {
            var rows = undirected.Offset;
            for (var v = first; v < end; v++)
            {
                var count = 0;
                foreach (var u in undirected.Neighbours(v))
                    if (IsForward(rows, v, u)) count++;
                offset[v + 1] = count;
            }
        });
        for (var v = 0; v < n; v++) offset[v + 1] += offset[v];
        int[] target = new int[offset[n]], edge = new int[offset[n]];
        NodeRanges.For(n, undirected.Target.Length, (first, end) =>
        {
            ReadOnlySpan<int> rows = undirected.Offset, all = undirected.Target;
            var at = offset[first];
            for (var v = first; v < end; v++)
                for (var e = rows[v]; e < rows[v + 1]; e++)
                    if (IsForward(rows, v, all[e])) (target[at], edge[at++]) = (all[e], e);
        });
        return new ForwardTies(offset, target, edge);
    }

    static bool IsForward(ReadOnlySpan<int> rows, int v, int u)
    {
        int here = rows[v + 1] - rows[v], there = rows[u + 1] - rows[u];
        return here < there || (here == there && v < u);
    }
}
