namespace MetaLens.Graphs;

/// <summary>
/// The edges of a directed graph by their target: those of node v are positions <c>Offset[v] … Offset[v + 1] − 1</c>, sources ascending. What else is known of an edge stays where
/// it is, so that nothing is copied that nobody asks for.
/// </summary>
/// <param name="Offset">Row starts.</param>
/// <param name="Source">Where each edge comes from.</param>
/// <param name="Edge">Its position in the graph's columns.</param>
sealed record IncomingEdges(int[] Offset, int[] Source, int[] Edge)
{
    const int MostParts = 8;

    /// <summary>Of a directed graph. O(nodes + edges), in parallel.</summary>
    public static IncomingEdges Of(CommunicationGraph graph)
    {
        var (n, edges) = (graph.NodeCount, graph.Target.Length);
        // Each part deals out the edges of its own sources, in places left free for it by the parts before: the order is that of the sources, however many parts there are.
        var parts = edges < 50_000 ? 1 : Math.Min(Environment.ProcessorCount, MostParts);
        var next = new int[parts][];
        Parallel.For(0, parts, part =>
        {
            var count = new int[n];
            foreach (var to in graph.Target[graph.Offset[First(part)]..graph.Offset[First(part + 1)]]) count[to]++;
            next[part] = count;
        });
        var offset = new int[n + 1];
        for (var (v, at) = (0, 0); v < n; v++)
        {
            foreach (var places in next) (places[v], at) = (at, at + places[v]);
            offset[v + 1] = at;
        }
        int[] source = new int[edges], edge = new int[edges];
        Parallel.For(0, parts, part =>
        {
            ReadOnlySpan<int> rows = graph.Offset, target = graph.Target;
            var (free, end) = (next[part], First(part + 1));
            for (var v = First(part); v < end; v++)
                for (var e = rows[v]; e < rows[v + 1]; e++)
                {
                    var at = free[target[e]]++;
                    (source[at], edge[at]) = (v, e);
                }
        });
        return new IncomingEdges(offset, source, edge);

        int First(int part) => NodeRanges.FirstOfPart(graph.Offset, part, parts);
    }
}
