namespace MetaLens.Graphs;

/// <summary>How far writing is answered.</summary>
public static class Reciprocity
{
    /// <summary>Share of directed ties whose opposite exists, 0 … 1; null without ties; 1 in an undirected graph. O(edges · log degree).</summary>
    public static double? Of(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (graph.TieCount == 0) return null;
        if (!graph.IsDirected) return 1;
        long both = 0;
        for (var v = 0; v < graph.NodeCount; v++)
            foreach (var u in graph.Neighbours(v))
                if (graph.Find(u, v) >= 0) both++;
        return (double)both / graph.TieCount;
    }

    /// <summary>Balance of one pair, min(w_ab, w_ba)/max(w_ab, w_ba): 0 (one-way) … 1 (even); null for a pair without messages.</summary>
    /// <param name="messagesThere">Messages one way.</param>
    /// <param name="messagesBack">Messages the other way.</param>
    public static double? OfPair(int messagesThere, int messagesBack)
    {
        var most = Math.Max(messagesThere, messagesBack);
        return most == 0 ? null : (double)Math.Min(messagesThere, messagesBack) / most;
    }
}
