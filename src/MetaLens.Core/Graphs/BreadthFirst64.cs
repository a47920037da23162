using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetaLens.Graphs;

/// <summary>
/// Up to 64 breadth-first searches at once, one bit each, so that they share the walk through the graph.
/// Source: Then et al., "The more the merrier", PVLDB 8(4), 2014, doi 10.14778/2735496.2735507.
/// </summary>
sealed class BreadthFirst64(CommunicationGraph graph)
{
    public const int Width = 64;

    // How many nodes ahead of their turn their rows are asked for.
    const int Ahead = 8;

    readonly ulong[] _seen = new ulong[graph.NodeCount], _next = new ulong[graph.NodeCount], _now = new ulong[graph.NodeCount];
    readonly int[] _touched = new int[graph.NodeCount + 1], _front = new int[graph.NodeCount], _coming = new int[graph.NodeCount];

    /// <summary>What is known after each hop (from 1): the nodes that each start has reached so far, itself left out.</summary>
    public delegate void AfterHop(int hop, ReadOnlySpan<int> reached);

    /// <summary>Runs one search per start until nothing new is found or <paramref name="hops"/> are done (then <paramref name="after"/> was called exactly so often).</summary>
    public void Run(ReadOnlySpan<int> starts, int hops, int? hubDegree, AfterHop after)
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
        Span<int> reached = stackalloc int[Width];
        for (var hop = 1; hop <= hops && front > 0; hop++)
        {
            var mostDegree = hop > 1 && hubDegree is { } most ? most : int.MaxValue;
            // Of the last step it is enough to know who is reached.
            front = hop == hops ? Finish(front, mostDegree, ref touched, reached) : Walk(front, mostDegree, ref touched, reached);
            after(hop, reached[..starts.Length]);
        }
        for (var f = 0; f < front; f++) _now[_front[f]] = 0;
        for (var t = 0; t < touched; t++) _seen[_touched[t]] = 0;
    }

    // One step along all ties of the front; returns how many nodes make the next front.
    int Walk(int front, int mostDegree, ref int touched, Span<int> reached)
    {
        var coming = 0;
        var columns = new ColumnCounter(stackalloc ulong[ColumnCounter.Digits]);
        for (var f = 0; f < front; f++)
        {
            foreach (var u in Leave(f, front, mostDegree, out var bits))
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
            columns.Add(bits);
        }
        columns.AddTo(reached);
        return coming;
    }

    // The same without a next front. Who reached a node is counted once at the end, however many ties led there.
    int Finish(int front, int mostDegree, ref int touched, Span<int> reached)
    {
        var (seen, touches) = (_seen, touched);
        for (var f = 0; f < front; f++)
        {
            foreach (var u in Leave(f, front, mostDegree, out var bits))
            {
                // Without a branch: whether a node was met before cannot be foreseen.
                var before = seen[u];
                _touched[touches] = u;
                touches += before == 0 ? 1 : 0;
                seen[u] = before | bits;
            }
        }
        touched = touches;
        var columns = new ColumnCounter(stackalloc ulong[ColumnCounter.Digits]);
        foreach (var v in _touched.AsSpan(0, touches)) columns.Add(seen[v]);
        // Each search saw its start too.
        reached.Fill(-1);
        columns.AddTo(reached);
        return 0;
    }

    // The ties along which the searches at a node of the front go on, and which searches these are; no ties where the node has too many.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ReadOnlySpan<int> Leave(int f, int front, int mostDegree, out ulong bits)
    {
        ReadOnlySpan<int> offset = graph.Offset, target = graph.Target;
        var v = _front[f];
        CacheLine.AskFor(target, offset[_front[Math.Min(f + Ahead, front - 1)]]);
        (bits, _now[v]) = (_now[v], 0);
        return offset[v + 1] - offset[v] > mostDegree ? [] : target[offset[v]..offset[v + 1]];
    }

    // Counts for each of 64 places how often its bit was set, the numbers standing upright: digit d of all of them is one word.
    readonly ref struct ColumnCounter(Span<ulong> digits)
    {
        public const int Digits = 31;

        readonly Span<ulong> _digits = digits;

        public void Add(ulong bits)
        {
            for (var d = 0; bits != 0; d++) (_digits[d], bits) = (_digits[d] ^ bits, _digits[d] & bits);
        }

        public void AddTo(Span<int> counts)
        {
            for (var d = 0; d < _digits.Length; d++)
                for (var bits = _digits[d]; bits != 0; bits &= bits - 1) counts[BitOperations.TrailingZeroCount(bits)] += 1 << d;
        }
    }
}
