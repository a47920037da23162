using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Whom one reaches in k hops: R_k(v) = nodes within k steps of v, v itself left out. Along the directions in a directed graph. The hub rule of orders for telephone records
/// ("do not go through numbers that everybody calls") is an option.
/// Source: Mayer, Mutchler, Mitchell, "Evaluating the privacy properties of telephone metadata", PNAS 113(20), 2016, doi 10.1073/pnas.1508081113.
/// </summary>
public static class Reach
{
    /// <summary>Reach of every node. O(nodes · edges) at worst, in parallel; 64 starts share one walk through the graph.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ReachTable Of(CommunicationGraph graph, ReachOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return Of(graph, [.. Enumerable.Range(0, graph.NodeCount)], options, stop);
    }

    /// <summary>Reach of some nodes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A start is not a node.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ReachTable Of(CommunicationGraph graph, ImmutableArray<int> starts, ReachOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new ReachOptions();
        foreach (var start in starts)
            if (start < 0 || start >= graph.NodeCount) throw new ArgumentOutOfRangeException(nameof(starts), start, $"expected nodes 0 … {graph.NodeCount - 1}");
        var counts = new int[options.Hops][];
        for (var hop = 0; hop < options.Hops; hop++) counts[hop] = new int[starts.Length];
        var batches = (starts.Length + BreadthFirst64.Width - 1) / BreadthFirst64.Width;
        Parallel.For(0, batches, new ParallelOptions { CancellationToken = stop }, () => new BreadthFirst64(graph), (batch, _, search) =>
        {
            var first = batch * BreadthFirst64.Width;
            var some = starts.AsSpan(first, Math.Min(BreadthFirst64.Width, starts.Length - first));
            var done = 0;
            search.Run(some, options.Hops, options.HubDegree, (hop, reached) =>
            {
                reached.CopyTo(counts[hop - 1].AsSpan(first));
                done = hop;
            });
            // A search that ended early reaches no more.
            for (var hop = Math.Max(1, done); hop < options.Hops; hop++) counts[hop - 1].AsSpan(first, some.Length).CopyTo(counts[hop].AsSpan(first));
            return search;
        }, _ => { });
        return new ReachTable(starts, graph.NodeCount, [.. counts.Select(c => c.ToImmutableArray())]);
    }

    /// <summary>
    /// How many nodes several starts reach together in 1, 2, … hops: what one order naming several people exposes. The starts themselves are left out. O(edges).
    /// </summary>
    public static ImmutableArray<int> OfTogether(CommunicationGraph graph, ImmutableArray<int> starts, ReachOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new ReachOptions();
        var seen = new bool[graph.NodeCount];
        foreach (var start in starts) seen[start] = true;
        List<int> front = [.. starts.Distinct()];
        var total = 0;
        var counts = ImmutableArray.CreateBuilder<int>(options.Hops);
        for (var hop = 0; hop < options.Hops; hop++)
        {
            List<int> next = [];
            foreach (var v in front)
            {
                if (hop > 0 && graph.Degree(v) > options.HubDegree) continue;
                foreach (var u in graph.Neighbours(v))
                {
                    if (seen[u]) continue;
                    seen[u] = true;
                    next.Add(u);
                }
            }
            total += next.Count;
            counts.Add(total);
            front = next;
        }
        return counts.MoveToImmutable();
    }
}
