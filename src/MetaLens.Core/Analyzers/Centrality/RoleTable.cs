using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary>Who broadcasts, who brokers, who lurks.</summary>
public static class RoleTable
{
    const int MostStarts = 1000, Searches = 4;
    const double LurkersShare = 0.05, AnsweredShare = 0.2, HighestShare = 0.1, Spread = 0.5;
    const int BroadcastRecipients = 10;

    /// <summary>
    /// One record per party that sends or receives, in order of the parties. Lurker: received at least <paramref name="least"/> and sent at most one for twenty received. Broadcaster: sent at least <paramref name="least"/> to at least ten
    /// people of whom at most a fifth ever write back. Broker: betweenness above 0 and among the highest tenth of all with a tie, participation over communities (Leiden, modularity) at least 0.5. The first that fits counts.
    /// O(deliveries + starts · ties) with at most 1,000 starts, and near O(ties) for the communities. Deterministic given the seed.
    /// </summary>
    /// <remarks>Betweenness: Brandes (2001), doi 10.1080/0022250X.2001.9990249; constraint: Burt (1992); participation: Guimerà, Amaral (2005), doi 10.1038/nature03288; lurkers: Nonnecke, Preece, CHI 2000, doi 10.1145/332040.332409. The limits are MetaLens' own.</remarks>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="least">Messages below which nobody is called a lurker or a broadcaster, at least 1.</param>
    /// <param name="seed">Seed of searches and samples.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<PartyRole> Of(Observation seen, int least, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        var directed = GraphBuilder.Directed(seen);
        var ties = GraphBuilder.ToUndirected(directed);
        var communities = Leiden.Of(ties, new LeidenOptions { Weight = TieWeight.LogMessages, Runs = Searches, Seed = seed }, stop).Partition;
        var between = Betweenness.Estimate(directed, Math.Clamp(directed.NodeCount, 1, MostStarts), seed, stop: stop).Scores;
        var spread = Participation.Of(ties, communities, TieWeight.Messages);
        var holes = StructuralHoles.Of(ties, TieWeight.Messages, stop);
        double[] ranked = [.. Enumerable.Range(0, ties.NodeCount).Where(v => ties.Degree(v) > 0).Select(v => between[v]).OrderDescending()];
        var high = ranked.Length == 0 ? double.PositiveInfinity : ranked[(int)(HighestShare * (ranked.Length - 1))];
        var (sent, addressed, received) = Volumes(seen);
        var roles = new List<PartyRole>();
        for (var p = 0; p < seen.PartyCount; p++)
        {
            if (sent[p] + received[p] == 0) continue;
            var recipients = directed.Degree(p);
            var writeBack = 0;
            foreach (var to in directed.Neighbours(p))
                if (directed.Find(to, p) >= 0) writeBack++;
            double? answeredBy = recipients == 0 ? null : (double)writeBack / recipients;
            var role = received[p] >= least && sent[p] <= LurkersShare * received[p] ? CommunicationRole.Lurker
                : sent[p] >= least && recipients >= BroadcastRecipients && answeredBy <= AnsweredShare ? CommunicationRole.Broadcaster
                : between[p] > 0 && between[p] >= high && spread[p] >= Spread ? CommunicationRole.Broker : CommunicationRole.Member;
            roles.Add(new PartyRole(new PartyId(p), role, sent[p], received[p], recipients, addressed[p] == 0 ? null : (double)addressed[p] / sent[p], answeredBy, between[p],
                Known(holes.Constraint[p]), holes.EffectiveSize[p], Known(spread[p])));
        }
        return roles;
    }

    static (int[] Sent, long[] Addressed, int[] Received) Volumes(Observation seen)
    {
        var (sent, addressed, received) = (new int[seen.PartyCount], new long[seen.PartyCount], new int[seen.PartyCount]);
        for (var i = 0; i < seen.Count; i++)
        {
            var s = seen.Sender[i];
            if (s >= 0) sent[s]++;
            foreach (var r in seen.RecipientsOf(i))
            {
                if (r == s) continue;
                received[r]++;
                if (s >= 0) addressed[s]++;
            }
        }
        return (sent, addressed, received);
    }

    static double? Known(double x) => double.IsNaN(x) ? null : x;
}
