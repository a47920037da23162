namespace MetaLens.Graphs;

/// <summary>Graphs of chosen ties: a backbone, a neighbourhood.</summary>
public static class TieList
{
    /// <summary>The undirected graph with just these ties, each named once (either end first). O(ties log ties + nodes).</summary>
    /// <param name="nodeCount">Number of nodes; those without a tie stay.</param>
    /// <param name="ties">The ties, between two different nodes, no pair twice.</param>
    /// <exception cref="ArgumentException">A tie joins a node to itself, or a pair comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not 0 … <paramref name="nodeCount"/> − 1.</exception>
    public static CommunicationGraph ToGraph(int nodeCount, IEnumerable<Tie> ties)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodeCount);
        ArgumentNullException.ThrowIfNull(ties);
        var edges = ties.SelectMany(t => new[] { t, t with { A = t.B, B = t.A } }).ToArray();
        Array.Sort(edges, static (x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        var offset = new int[nodeCount + 1];
        for (var e = 0; e < edges.Length; e++)
        {
            var (a, b) = (edges[e].A, edges[e].B);
            ArgumentOutOfRangeException.ThrowIfNegative(a, nameof(ties));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(a, nodeCount, nameof(ties));
            if (a == b || (e > 0 && (edges[e - 1].A, edges[e - 1].B) == (a, b)))
                throw new ArgumentException($"A tie joins two different nodes and comes once; ({a}, {b}) does not.", nameof(ties));
            offset[a + 1]++;
        }
        for (var v = 0; v < nodeCount; v++) offset[v + 1] += offset[v];
        return new CommunicationGraph(isDirected: false, offset, Array.ConvertAll(edges, e => e.B), Array.ConvertAll(edges, e => e.Messages),
            Array.ConvertAll(edges, e => e.Bytes), Array.ConvertAll(edges, e => e.First), Array.ConvertAll(edges, e => e.Last));
    }
}
