using MetaLens.Graphs;

namespace MetaLens.Attacks.Relationships;

/// <summary>What one party is in the whole: volumes, degrees and standing, on logarithmic scales, one row per party.</summary>
static class PartyTraits
{
    public static IReadOnlyList<string> Names { get; } =
        ["sent", "received", "recipients", "senders", "mutual contacts", "standing", "reverse standing", "recipients a mailing", "contacts' contacts", "closed triads share"];

    public static double[][] Of(CommunicationGraph sent, CommunicationGraph received, Mailings mailings)
    {
        double[] standing = Standing(received, sent), reverse = Standing(sent, received);
        var traits = new double[sent.NodeCount][];
        for (var v = 0; v < traits.Length; v++)
        {
            var contacts = Contacts(sent, received, v);
            var mutual = 0;
            foreach (var t in sent.Neighbours(v)) mutual += received.Neighbours(v).BinarySearch(t) >= 0 ? 1 : 0;
            traits[v] =
            [
                Math.Log(1 + Volume(sent, v)), Math.Log(1 + Volume(received, v)), Math.Log(1 + sent.Degree(v)), Math.Log(1 + received.Degree(v)), Math.Log(1 + mutual),
                Math.Log(standing[v]), Math.Log(reverse[v]), Math.Log(mailings.MeanRecipients(v)),
                contacts.Length == 0 ? 0 : Math.Log(1 + contacts.Average(c => sent.Degree(c) + received.Degree(c))), ClosedShare(sent, contacts),
            ];
        }
        return traits;
    }

    public static int Volume(CommunicationGraph graph, int v)
    {
        var sum = 0;
        foreach (var m in graph.Messages[graph.Offset[v]..graph.Offset[v + 1]]) sum += m;
        return sum;
    }

    public static int[] Contacts(CommunicationGraph sent, CommunicationGraph received, int v) => [.. sent.Neighbours(v).ToArray().Union(received.Neighbours(v).ToArray()).Order()];

    static double ClosedShare(CommunicationGraph sent, int[] contacts)
    {
        if (contacts.Length < 2) return 0;
        var closed = 0;
        foreach (var a in contacts)
            foreach (var b in contacts)
                if (a != b && sent.Find(a, b) >= 0) closed++;
        return closed / ((double)contacts.Length * (contacts.Length - 1));
    }

    // Weighted PageRank, damping 0.85, 50 rounds: doi:10.1016/S0169-7552(98)00110-X.
    static double[] Standing(CommunicationGraph incoming, CommunicationGraph outgoing)
    {
        var n = incoming.NodeCount;
        var volume = new double[n];
        for (var v = 0; v < n; v++) volume[v] = Volume(outgoing, v);
        var rank = new double[n];
        Array.Fill(rank, 1.0 / n);
        for (var round = 0; round < 50; round++)
        {
            var loose = 0.0;
            for (var v = 0; v < n; v++) loose += volume[v] == 0 ? rank[v] : 0;
            var next = new double[n];
            for (var v = 0; v < n; v++)
            {
                var sum = loose / n;
                for (var e = incoming.Offset[v]; e < incoming.Offset[v + 1]; e++) sum += rank[incoming.Target[e]] * incoming.Messages[e] / volume[incoming.Target[e]];
                next[v] = (0.15 / n) + (0.85 * sum);
            }
            rank = next;
        }
        return rank;
    }
}
