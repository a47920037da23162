namespace MetaLens.Graphs;

/// <summary>What the triangles at a node add up to.</summary>
struct TriangleSums
{
    // Sums are made in a fixed number of parts and added in order, so that rounding does not depend on the threads.
    const int Parts = 8;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The geometric mean weight of each, over the graph's largest weight.</summary>
    public double Geometric { get; private set; }

    /// <summary>The weights of the node's own two ties in each.</summary>
    public double OwnTies { get; private set; }

    /// <summary>The sums of each node of an undirected graph. Meets every triangle once, from its node of least degree: O(ties^1.5) at worst, in parallel.</summary>
    public static TriangleSums[] Of(CommunicationGraph graph, double[] weights, CancellationToken stop)
    {
        var forward = ForwardTies.Of(graph);
        // Beside each other in the order in which triangles are searched.
        double[] ordered = new double[forward.Edge.Length], roots = new double[forward.Edge.Length];
        var most = weights.Length == 0 ? 1 : weights.Max();
        NodeRanges.For(roots.Length, roots.Length, (first, end) =>
        {
            for (var i = first; i < end; i++) roots[i] = Math.Cbrt((ordered[i] = weights[forward.Edge[i]]) / most);
        }, stop);
        var partial = new TriangleSums[Parts][];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = stop }, part =>
            partial[part] = OfPart(forward, ordered, roots, NodeRanges.FirstOfPart(forward.Offset, part, Parts), NodeRanges.FirstOfPart(forward.Offset, part + 1, Parts), stop));
        var total = partial[0];
        NodeRanges.For(total.Length, (long)total.Length * Parts, (first, end) =>
        {
            foreach (var sums in partial.AsSpan(1))
                for (var v = first; v < end; v++) total[v].Add(sums[v].Count, sums[v].Geometric, sums[v].OwnTies);
        }, stop);
        return total;
    }

    static TriangleSums[] OfPart(ForwardTies ties, double[] weights, double[] roots, int first, int last, CancellationToken stop)
    {
        ReadOnlySpan<int> offset = ties.Offset, target = ties.Target;
        var sums = new TriangleSums[offset.Length - 1];
        // Position + 1 of the tie from the current node to each other node.
        var to = new int[sums.Length];
        for (var a = first; a < last; a++)
        {
            if ((a & 1023) == 0) stop.ThrowIfCancellationRequested();
            int start = offset[a], end = offset[a + 1];
            if (end - start < 2) continue;
            for (var i = start; i < end; i++)
            {
                to[target[i]] = i + 1;
                // Rows to come lie anywhere in memory: all are asked for at once.
                CacheLine.AskFor(target, offset[target[i]]);
            }
            for (var i = start; i < end; i++)
            {
                var b = target[i];
                var bEnd = offset[b + 1];
                for (var j = offset[b]; j < bEnd; j++)
                {
                    var c = target[j];
                    if (to[c] == 0) continue;
                    var k = to[c] - 1;
                    var mean = roots[i] * roots[k] * roots[j];
                    sums[a].Add(1, mean, weights[i] + weights[k]);
                    sums[b].Add(1, mean, weights[i] + weights[j]);
                    sums[c].Add(1, mean, weights[k] + weights[j]);
                }
            }
            for (var i = start; i < end; i++) to[target[i]] = 0;
        }
        return sums;
    }

    void Add(long count, double geometric, double ownTies)
    {
        Count += count;
        Geometric += geometric;
        OwnTies += ownTies;
    }
}
