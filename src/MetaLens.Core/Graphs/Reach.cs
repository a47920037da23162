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
        const int Width = 64;
        var batches = (starts.Length + Width - 1) / Width;
        Parallel.For(0, batches, new ParallelOptions { CancellationToken = stop }, () => new Walk(graph, options), (batch, _, walk) =>
        {
            var first = batch * Width;
            walk.Run(starts.AsSpan(first, Math.Min(Width, starts.Length - first)), counts, first);
            return walk;
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

    // 64 breadth-first searches at once, one bit each: Then et al., "The more the merrier", PVLDB 8(4), 2014, doi 10.14778/2735496.2735507.
    sealed class Walk(CommunicationGraph graph, ReachOptions options)
    {
        readonly ulong[] _seen = new ulong[graph.NodeCount], _next = new ulong[graph.NodeCount], _now = new ulong[graph.NodeCount];
        readonly int[] _touched = new int[graph.NodeCount], _front = new int[graph.NodeCount], _coming = new int[graph.NodeCount];

        public void Run(ReadOnlySpan<int> starts, int[][] counts, int column)
        {
            ReadOnlySpan<int> offset = graph.Offset, target = graph.Target;
            int touched = 0, front = 0;
            for (var i = 0; i < starts.Length; i++)
            {
                var s = starts[i];
                if (_seen[s] == 0) _touched[touched++] = _front[front++] = s;
                _seen[s] |= 1UL << i;
                _now[s] |= 1UL << i;
            }
            Span<int> reached = stackalloc int[64];
            for (var hop = 0; hop < options.Hops; hop++)
            {
                var coming = 0;
                for (var f = 0; f < front; f++)
                {
                    var v = _front[f];
                    var bits = _now[v];
                    _now[v] = 0;
                    if (hop > 0 && offset[v + 1] - offset[v] > options.HubDegree) continue;
                    foreach (var u in target[offset[v]..offset[v + 1]])
                    {
                        var fresh = bits & ~_seen[u];
                        if (fresh == 0) continue;
                        if (_next[u] == 0) _coming[coming++] = u;
                        _next[u] |= fresh;
                    }
                }
                for (var c = 0; c < coming; c++)
                {
                    var u = _coming[c];
                    if (_seen[u] == 0) _touched[touched++] = u;
                    var bits = _next[u];
                    _seen[u] |= bits;
                    _now[u] = bits;
                    _next[u] = 0;
                    _front[c] = u;
                    for (; bits != 0; bits &= bits - 1) reached[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
                }
                front = coming;
                for (var i = 0; i < starts.Length; i++) counts[hop][column + i] = reached[i];
            }
            for (var f = 0; f < front; f++) _now[_front[f]] = 0;
            for (var t = 0; t < touched; t++) _seen[_touched[t]] = 0;
        }
    }
}
