using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>Makes graphs of observations.</summary>
public static class GraphBuilder
{
    /// <summary>
    /// The directed graph of an observation: an edge for every ordered pair (sender, recipient) that the observer sees together at least once.
    /// Rows without a visible sender or recipient add nothing, nor do messages to oneself. O(deliveries + parties), by two passes of counting sort.
    /// </summary>
    public static CommunicationGraph Directed(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (sender, recipient, row) = VisibleDeliveries(seen);
        // Stable counting sort by recipient, then by sender: pairs end up together, each in order of time.
        var order = CountingSort.Order(sender, CountingSort.Order(recipient, null, seen.PartyCount), seen.PartyCount);

        var offset = new int[seen.PartyCount + 1];
        var edges = 0;
        for (var i = 0; i < order.Length; i++)
            if (StartsPair(i)) edges++;
        var target = new int[edges];
        var messages = new int[edges];
        var bytes = new long[edges];
        var first = new long[edges];
        var last = new long[edges];
        var e = -1;
        for (var i = 0; i < order.Length; i++)
        {
            var d = order[i];
            var at = seen.SeenAt[row[d]];
            if (StartsPair(i))
            {
                target[++e] = recipient[d];
                first[e] = at;
                offset[sender[d] + 1]++;
            }
            messages[e]++;
            bytes[e] += Math.Max(0, seen.Size[row[d]]);
            last[e] = at;
        }
        for (var v = 0; v < seen.PartyCount; v++) offset[v + 1] += offset[v];
        return new CommunicationGraph(isDirected: true, offset, target, messages, bytes, first, last);

        bool StartsPair(int i) => i == 0 || sender[order[i]] != sender[order[i - 1]] || recipient[order[i]] != recipient[order[i - 1]];
    }

    /// <summary>The undirected graph of an observation: <see cref="Directed"/> with both directions joined.</summary>
    public static CommunicationGraph Undirected(Observation seen) => ToUndirected(Directed(seen));

    /// <summary>Joins the two directions of each tie: counts and bytes add, first is the earlier, last the later. O(edges).</summary>
    public static CommunicationGraph ToUndirected(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.IsDirected) return graph;
        var back = Reversed(graph);
        var offset = new int[graph.NodeCount + 1];
        var bound = graph.Target.Length * 2;
        var target = new List<int>(bound);
        var messages = new List<int>(bound);
        var bytes = new List<long>(bound);
        var first = new List<long>(bound);
        var last = new List<long>(bound);
        for (var v = 0; v < graph.NodeCount; v++)
        {
            int a = graph.Offset[v], aEnd = graph.Offset[v + 1], b = back.Offset[v], bEnd = back.Offset[v + 1];
            while (a < aEnd || b < bEnd)
            {
                var out1 = a < aEnd ? graph.Target[a] : int.MaxValue;
                var in1 = b < bEnd ? back.Target[b] : int.MaxValue;
                target.Add(Math.Min(out1, in1));
                messages.Add((out1 <= in1 ? graph.Messages[a] : 0) + (in1 <= out1 ? back.Messages[b] : 0));
                bytes.Add((out1 <= in1 ? graph.Bytes[a] : 0) + (in1 <= out1 ? back.Bytes[b] : 0));
                first.Add(Math.Min(out1 <= in1 ? graph.First[a] : long.MaxValue, in1 <= out1 ? back.First[b] : long.MaxValue));
                last.Add(Math.Max(out1 <= in1 ? graph.Last[a] : long.MinValue, in1 <= out1 ? back.Last[b] : long.MinValue));
                if (out1 <= in1) a++;
                if (in1 <= out1) b++;
            }
            offset[v + 1] = target.Count;
        }
        return new CommunicationGraph(isDirected: false, offset, [.. target], [.. messages], [.. bytes], [.. first], [.. last]);
    }

    /// <summary>The directed graph with every edge turned round. O(edges).</summary>
    public static CommunicationGraph Reversed(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.IsDirected) return graph;
        var target = graph.Target.ToArray();
        var order = CountingSort.Order(target, null, graph.NodeCount);
        var offset = new int[graph.NodeCount + 1];
        foreach (var t in target) offset[t + 1]++;
        for (var v = 0; v < graph.NodeCount; v++) offset[v + 1] += offset[v];
        var source = new int[target.Length];
        for (var v = 0; v < graph.NodeCount; v++) source.AsSpan(graph.Offset[v]..graph.Offset[v + 1]).Fill(v);
        return new CommunicationGraph(isDirected: true, offset, Pick<int>(source, order), Pick(graph.Messages, order), Pick(graph.Bytes, order),
            Pick(graph.First, order), Pick(graph.Last, order));
    }

    static (int[] Sender, int[] Recipient, int[] Row) VisibleDeliveries(Observation seen)
    {
        var count = 0;
        for (var i = 0; i < seen.Count; i++)
            foreach (var to in seen.RecipientsOf(i))
                if (seen.Sender[i] >= 0 && to != seen.Sender[i]) count++;
        int[] sender = new int[count], recipient = new int[count], row = new int[count];
        count = 0;
        for (var i = 0; i < seen.Count; i++)
        {
            var from = seen.Sender[i];
            if (from < 0) continue;
            foreach (var to in seen.RecipientsOf(i))
            {
                if (to == from) continue;
                (sender[count], recipient[count], row[count]) = (from, to, i);
                count++;
            }
        }
        return (sender, recipient, row);
    }

    static T[] Pick<T>(ReadOnlySpan<T> from, int[] order)
    {
        var to = new T[order.Length];
        for (var i = 0; i < order.Length; i++) to[i] = from[order[i]];
        return to;
    }
}
