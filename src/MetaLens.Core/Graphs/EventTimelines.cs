using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>The deliveries of each party, sent and received, one party's after another's and each in the order of the records. Those to oneself or of hidden parties are left out.</summary>
/// <param name="Offset">Where the entries of each party begin; one more than parties.</param>
/// <param name="Entries">All entries; each delivery has one with either party.</param>
sealed record EventTimelines(int[] Offset, EventEntry[] Entries)
{
    const int MostSlices = 8;

    /// <summary>Of an observation. O(deliveries + parties), in parallel.</summary>
    public static EventTimelines Of(Observation seen)
    {
        // Each slice of the rows deals out its own deliveries, in places left free for it by the slices before: the order is that of the rows, however many slices there are.
        var slices = seen.DeliveryCount < 50_000 ? 1 : Math.Min(Environment.ProcessorCount, MostSlices);
        var next = new int[slices][];
        Parallel.For(0, slices, s => next[s] = Count(seen, First(s), First(s + 1)));
        var offset = new int[seen.PartyCount + 1];
        for (var (p, at) = (0, 0); p < seen.PartyCount; p++)
        {
            foreach (var places in next) (places[p], at) = (at, checked(at + places[p]));
            offset[p + 1] = at;
        }
        var entries = GC.AllocateUninitializedArray<EventEntry>(offset[^1]);
        Parallel.For(0, slices, s => Deal(seen, First(s), First(s + 1), next[s], entries));
        return new EventTimelines(offset, entries);

        int First(int slice) => (int)((long)seen.Count * slice / slices);
    }

    /// <summary>The entries of one party, in order.</summary>
    public Span<EventEntry> Of(int party) => Entries.AsSpan(Offset[party]..Offset[party + 1]);

    /// <summary>Whether a party has fewer entries than another, of equals the smaller number.</summary>
    public bool IsQuieter(int party, int other)
    {
        int here = Offset[party + 1] - Offset[party], there = Offset[other + 1] - Offset[other];
        return here < there | (here == there & party < other);
    }

    static int[] Count(Observation seen, int first, int end)
    {
        ReadOnlySpan<int> sender = seen.Sender, offset = seen.RecipientOffset, recipient = seen.Recipient;
        var count = new int[seen.PartyCount];
        for (var i = first; i < end; i++)
        {
            var from = sender[i];
            if (from < 0) continue;
            for (var d = offset[i]; d < offset[i + 1]; d++)
            {
                if (recipient[d] == from) continue;
                count[from]++;
                count[recipient[d]]++;
            }
        }
        return count;
    }

    static void Deal(Observation seen, int first, int end, int[] next, EventEntry[] entries)
    {
        ReadOnlySpan<int> sender = seen.Sender, offset = seen.RecipientOffset, recipient = seen.Recipient;
        var at = seen.SeenAt;
        for (var i = first; i < end; i++)
        {
            var from = sender[i];
            if (from < 0) continue;
            for (var d = offset[i]; d < offset[i + 1]; d++)
            {
                var to = recipient[d];
                if (to == from) continue;
                entries[next[from]++] = new EventEntry(at[i], d, to << 1);
                entries[next[to]++] = new EventEntry(at[i], d, (from << 1) | 1);
            }
        }
    }
}
