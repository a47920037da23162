using MetaLens.Lenses;

namespace MetaLens.Analyzers.Motifs;

/// <summary>Counts who plays which part in the temporal motifs of three deliveries, by listing them.</summary>
public static class MotifRoleCounter
{
    const int Kinds = 11, BroadcastAt = 8, RelayAt = 9, ReplyAt = 10;

    /// <summary>
    /// The roles of each party in all ordered triples of deliveries among at most three parties, strictly later one after the other, the last at most δ after the first. Empty log: zeros. Messages to oneself do not count.
    /// O(motifs + deliveries within δ that share a party): the number of motifs grows with the square of δ, so keep δ near the pace of replies.
    /// Paranjape, Benson, Leskovec, WSDM 2017, doi 10.1145/3018661.3018731.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="deltaMs">Longest time from first to third, milliseconds, at least 0.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<MotifRoles> Of(Observation seen, long deltaMs, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNegative(deltaMs);
        var events = Events(seen);
        var ofParty = new List<int>[seen.PartyCount];
        for (var p = 0; p < ofParty.Length; p++) ofParty[p] = [];
        for (var e = 0; e < events.Length; e++)
        {
            ofParty[events[e].From].Add(e);
            ofParty[events[e].To].Add(e);
        }
        var counts = new long[seen.PartyCount * Kinds];
        Parallel.For(0, (events.Length + 1023) / 1024, new ParallelOptions { CancellationToken = stop }, () => new long[counts.Length],
            (block, _, own) =>
            {
                for (var first = block * 1024; first < Math.Min(events.Length, (block + 1) * 1024); first++) ListFrom(first, events, ofParty, deltaMs, own);
                return own;
            },
            own =>
            {
                lock (counts)
                    for (var i = 0; i < own.Length; i++) counts[i] += own[i];
            });
        return [.. Enumerable.Range(0, seen.PartyCount).Select(p => new MotifRoles([.. counts.AsSpan(p * Kinds, BroadcastAt)], counts[p * Kinds + BroadcastAt], counts[p * Kinds + RelayAt], counts[p * Kinds + ReplyAt]))];
    }

    static (int From, int To, long At)[] Events(Observation seen)
    {
        var events = new List<(int, int, long)>();
        for (var i = 0; i < seen.Count; i++)
            foreach (var to in seen.RecipientsOf(i))
                if (seen.Sender[i] >= 0 && to != seen.Sender[i]) events.Add((seen.Sender[i], to, seen.SeenAt[i]));
        return [.. events];
    }

    static void ListFrom(int first, (int From, int To, long At)[] events, List<int>[] ofParty, long delta, long[] counts)
    {
        var (a, b, start) = events[first];
        foreach (var second in After(first, start + delta, ofParty[a], events).Concat(After(first, start + delta, ofParty[b], events).Where(e => !Touches(events[e], a))))
        {
            var (from, to, _) = events[second];
            var c = from != a && from != b ? from : to != a && to != b ? to : -1;
            var (pairs, stars, triangles) = ThirdDeliveries(a, b, c, second, events, ofParty, start + delta, counts);
            Add(a, 0, pairs);
            Add(b, 1, pairs);
            Add(a, 2, stars);
            Add(b, 3, stars);
            if (c >= 0) Add(c, 4, stars);
            Add(a, 5, triangles);
            Add(b, 6, triangles);
            if (c >= 0) Add(c, 7, triangles);
            var all = pairs + stars + triangles;
            if (from == a && c >= 0) Add(a, BroadcastAt, all);
            if (from == b && c >= 0) Add(b, RelayAt, all);
            if (from == b && to == a) Add(b, ReplyAt, all);
        }

        void Add(int party, int kind, long n) => counts[party * Kinds + kind] += n;
    }

    // With a third party known, the third delivery stays among the three; otherwise it may bring one in, who is credited here.
    static (long Pairs, long Stars, long Triangles) ThirdDeliveries(int a, int b, int c, int second, (int From, int To, long At)[] events, List<int>[] ofParty, long end, long[] counts)
    {
        long pairs = 0, stars = 0, triangles = 0;
        // Which end of the first delivery the second one shares: the tie that would close a triangle leads from the other.
        var apart = c < 0 ? -1 : Touches(events[second], a) ? b : a;
        foreach (var list in (ReadOnlySpan<int>)(c < 0 ? [a, b] : [a, b, c]))
            foreach (var third in After(second, end, ofParty[list], events))
            {
                var (from, to, _) = events[third];
                // An event lies in the lists of both its ends; it counts in that of the first of a, b, c.
                if (list == b && Touches(events[third], a) || list == c && (Touches(events[third], a) || Touches(events[third], b))) continue;
                var other = from == list ? to : from;
                if (c < 0 && (other == a || other == b)) pairs++;
                else if (c < 0)
                {
                    stars++;
                    counts[other * Kinds + 4]++;
                }
                else if (other != a && other != b && other != c) continue;
                else if (Touches(events[third], apart) && Touches(events[third], c)) triangles++;
                else stars++;
            }
        return (pairs, stars, triangles);
    }

    static bool Touches((int From, int To, long At) e, int party) => e.From == party || e.To == party;

    // Events of a party strictly later than an event, up to an instant.
    static IEnumerable<int> After(int than, long end, List<int> list, (int From, int To, long At)[] events)
    {
        var i = list.BinarySearch(than);
        i = i >= 0 ? i + 1 : ~i;
        while (i < list.Count && events[list[i]].At == events[than].At) i++;
        for (; i < list.Count && events[list[i]].At <= end; i++) yield return list[i];
    }
}
