using System.Collections.Concurrent;
using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>Makes graphs of observations.</summary>
public static class GraphBuilder
{
    /// <summary>
    /// The directed graph of an observation: an edge for every ordered pair (sender, recipient) that the observer sees together at least once.
    /// Rows without a visible sender or recipient add nothing, nor do messages to oneself. O(deliveries + parties + ties · log degree), on all cores.
    /// </summary>
    public static CommunicationGraph Directed(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var parts = new SenderParts(seen);
        var offset = new int[seen.PartyCount + 1];
        var rounds = new List<TieColumns>();
        var accumulators = new ConcurrentBag<TieAccumulator>();
        for (var round = 0; round < parts.RoundCount; round++)
        {
            parts.Gather(round);
            var (firstPart, endPart) = parts.PartsOf(round);
            var sums = new (TieAccumulator By, Range Ties)[endPart - firstPart];
            Parallel.For(firstPart, endPart, () => accumulators.TryTake(out var known) ? known : new TieAccumulator(seen.PartyCount), (part, _, accumulator) =>
            {
                sums[part - firstPart] = (accumulator, accumulator.Sum(parts.SendersOf(part), parts.DeliveriesOf(part), offset.AsSpan(1)));
                return accumulator;
            }, accumulators.Add);
            var (first, end) = (parts.SendersOf(firstPart).First, parts.SendersOf(endPart - 1).End);
            for (var v = first; v < end; v++) offset[v + 1] += offset[v];
            var columns = new TieColumns(offset[end] - offset[first]);
            Parallel.For(firstPart, endPart, part =>
            {
                var (by, ties) = sums[part - firstPart];
                columns.Write(by.Ties[ties], offset[parts.SendersOf(part).First] - offset[first]);
            });
            foreach (var accumulator in accumulators) accumulator.Clear();
            rounds.Add(columns);
        }
        parts.Release();
        var all = TieColumns.Join(rounds);
        return new CommunicationGraph(isDirected: true, offset, all.Target, all.Messages, all.Bytes, all.First, all.Last);
    }

    /// <summary>The undirected graph of an observation: <see cref="Directed"/> with both directions joined.</summary>
    public static CommunicationGraph Undirected(Observation seen) => ToUndirected(Directed(seen));

    /// <summary>Joins the two directions of each tie: counts and bytes add, first is the earlier, last the later. O(edges).</summary>
    public static CommunicationGraph ToUndirected(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.IsDirected) return graph;
        var back = IncomingEdges.Of(graph);
        var offset = new int[graph.NodeCount + 1];
        NodeRanges.For(graph.NodeCount, graph.Target.Length, (start, end) =>
        {
            for (var v = start; v < end; v++) offset[v + 1] = UnionCount(graph.Neighbours(v), back.Source.AsSpan(back.Offset[v]..back.Offset[v + 1]));
        });
        for (var v = 0; v < graph.NodeCount; v++) offset[v + 1] += offset[v];
        var edges = offset[^1];
        var (target, messages) = (new int[edges], new int[edges]);
        var (bytes, first, last) = (new long[edges], new long[edges], new long[edges]);
        NodeRanges.For(graph.NodeCount, graph.Target.Length, (start, end) =>
        {
            for (var (v, e) = (start, offset[start]); v < end; v++)
            {
                int a = graph.Offset[v], aEnd = graph.Offset[v + 1], b = back.Offset[v], bEnd = back.Offset[v + 1];
                for (; a < aEnd || b < bEnd; e++)
                {
                    var there = a < aEnd ? graph.Target[a] : int.MaxValue;
                    var here = b < bEnd ? back.Source[b] : int.MaxValue;
                    (target[e], first[e], last[e]) = (Math.Min(there, here), long.MaxValue, long.MinValue);
                    if (there <= here) Join(a++, e);
                    if (here <= there) Join(back.Edge[b++], e);
                }
            }
        });
        return new CommunicationGraph(isDirected: false, offset, target, messages, bytes, first, last);

        void Join(int edge, int e)
        {
            messages[e] += graph.Messages[edge];
            bytes[e] += graph.Bytes[edge];
            first[e] = Math.Min(first[e], graph.First[edge]);
            last[e] = Math.Max(last[e], graph.Last[edge]);
        }
    }

    static int UnionCount(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        int i = 0, j = 0, count = 0;
        for (; i < a.Length && j < b.Length; count++)
        {
            var (x, y) = (a[i], b[j]);
            if (x <= y) i++;
            if (y <= x) j++;
        }
        return count + a.Length - i + b.Length - j;
    }

    /// <summary>The directed graph with every edge turned round. O(edges).</summary>
    public static CommunicationGraph Reversed(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.IsDirected) return graph;
        var back = IncomingEdges.Of(graph);
        var edges = back.Edge.Length;
        var messages = new int[edges];
        var (bytes, first, last) = (new long[edges], new long[edges], new long[edges]);
        NodeRanges.For(edges, edges, (start, end) =>
        {
            for (var to = start; to < end; to++)
            {
                var e = back.Edge[to];
                (messages[to], bytes[to], first[to], last[to]) = (graph.Messages[e], graph.Bytes[e], graph.First[e], graph.Last[e]);
            }
        });
        return new CommunicationGraph(isDirected: true, back.Offset, back.Source, messages, bytes, first, last);
    }
}
