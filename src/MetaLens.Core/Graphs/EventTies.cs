using System.Runtime.InteropServices;

namespace MetaLens.Graphs;

/// <summary>
/// The deliveries that may be part of a triangle by the pair they run between, each pair once, in the row of its quieter party (of equals, the smaller number): every triangle is
/// met exactly once, and no row is longer than the square root of twice all deliveries.
/// </summary>
/// <param name="Offset">Where the ties of each party begin.</param>
/// <param name="Target">The other, busier party of each tie.</param>
/// <param name="First">Where the entries of each tie begin; one more than ties.</param>
/// <param name="Entries">The deliveries of each tie as the quieter party has them, in order.</param>
sealed record EventTies(int[] Offset, int[] Target, int[] First, EventEntry[] Entries)
{
    /// <summary>Of those deliveries that have another within δ at both ends; nothing else is left of the timelines afterwards. O(deliveries + parties), in parallel.</summary>
    public static EventTies Of(EventTimelines timelines, NearDeliveries near, CancellationToken stop)
    {
        var parties = timelines.Offset.Length - 1;
        int[] offset = new int[parties + 1], entryOffset = new int[parties + 1];
        ForEachParty((party, rows) => (offset[party + 1], entryOffset[party + 1]) = rows.Keep(party));
        for (var p = 0; p < parties; p++)
        {
            offset[p + 1] += offset[p];
            entryOffset[p + 1] += entryOffset[p];
        }
        int[] target = new int[offset[^1]], first = new int[offset[^1] + 1];
        first[^1] = entryOffset[^1];
        var entries = GC.AllocateUninitializedArray<EventEntry>(entryOffset[^1]);
        ForEachParty((party, rows) =>
            rows.Fill(timelines.Of(party)[..(entryOffset[party + 1] - entryOffset[party])], entryOffset[party], target.AsSpan(offset[party]..offset[party + 1]), first.AsSpan(offset[party]), entries));
        return new EventTies(offset, target, first, entries);

        void ForEachParty(Action<int, Rows> body) => Parallel.For(0, parties, new ParallelOptions { CancellationToken = stop }, () => new Rows(timelines, near), (party, _, rows) =>
        {
            body(party, rows);
            return rows;
        }, _ => { });
    }

    // Makes the rows of one party after another.
    sealed class Rows(EventTimelines timelines, NearDeliveries near)
    {
        // Number + 1 of each alter among the ties of the party at hand.
        readonly int[] _local = new int[timelines.Offset.Length - 1];
        readonly List<int> _alters = [], _counts = [];

        // Moves what belongs into the party's rows to the front of its timeline.
        public (int Ties, int Entries) Keep(int party)
        {
            var own = timelines.Of(party);
            var kept = 0;
            // Without a branch, so that what is asked of memory for one entry does not wait for another.
            foreach (var entry in own)
            {
                own[kept] = entry;
                kept += near.Has(entry) & timelines.IsQuieter(party, entry.Alter) ? 1 : 0;
            }
            Number(own[..kept]);
            Forget();
            return (_alters.Count, kept);
        }

        public void Fill(ReadOnlySpan<EventEntry> kept, int at, Span<int> target, Span<int> first, EventEntry[] entries)
        {
            if (kept.Length == 0) return;
            Number(kept);
            for (var tie = 0; tie < target.Length; tie++)
            {
                (target[tie], first[tie]) = (_alters[tie], at);
                at += _counts[tie];
                // From here on where the tie's next entry goes.
                _counts[tie] = first[tie];
            }
            var next = CollectionsMarshal.AsSpan(_counts);
            foreach (ref readonly var entry in kept) entries[next[_local[entry.Alter] - 1]++] = entry;
            Forget();
        }

        void Number(ReadOnlySpan<EventEntry> kept)
        {
            _alters.Clear();
            _counts.Clear();
            foreach (ref readonly var entry in kept)
            {
                ref var tie = ref _local[entry.Alter];
                if (tie == 0)
                {
                    _alters.Add(entry.Alter);
                    _counts.Add(0);
                    tie = _alters.Count;
                }
                _counts[tie - 1]++;
            }
        }

        void Forget()
        {
            foreach (var alter in _alters) _local[alter] = 0;
        }
    }
}
