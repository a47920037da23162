using System.Numerics;
using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Timelines;

/// <summary>
/// What each party did and received, in order of time, as compressed sparse rows: the entries of party p are positions <c>Offset[p] … Offset[p + 1] − 1</c> of
/// <see cref="Entries"/>. A message is one entry for its sender per recipient (one with <see cref="TimelineEntry.Alter"/> −1 where none is visible) and one for each recipient; a message to oneself
/// is one sent entry. Immutable.
/// </summary>
public sealed class PartyTimelines
{
    const int MostWriters = 8, EntriesWorthAWriter = 200_000, LogOfBins = 8, MostShift = 12;

    readonly int[] _offset;
    readonly TimelineEntry[] _entries;
    readonly Direction _own;

    PartyTimelines(int[] offset, TimelineEntry[] entries, Direction own)
    {
        _offset = offset;
        _entries = entries;
        _own = own;
    }

    /// <summary>Where each party's entries begin; one entry more than parties.</summary>
    public ReadOnlySpan<int> Offset => _offset;

    /// <summary>The entries of all parties, one party after the other; rows ascend within a party, and entries of one sent message share a row.</summary>
    public ReadOnlySpan<TimelineEntry> Entries => _entries;

    /// <summary>The entries of one party. O(1).</summary>
    public ReadOnlySpan<TimelineEntry> this[int party] => _entries.AsSpan(_offset[party], _offset[party + 1] - _offset[party]);

    /// <summary>Which entries are a party's own acts: those of the direction asked for; received ones where sent ones are asked for and the party is never seen sending. O(its entries).</summary>
    public Direction OwnOf(int party)
    {
        if (_own != Direction.Sent) return _own;
        foreach (var entry in this[party])
            if (entry.IsSent) return Direction.Sent;
        return Direction.Received;
    }

    /// <summary>The timelines of every party of an observation. O(deliveries + parties) time and memory, three passes; large ones are written by several threads, the same whatever their number.</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="own">Which entries are a party's own acts (<see cref="OwnOf"/>).</param>
    public static PartyTimelines Of(Observation seen, Direction own = Direction.Sent)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var offset = OffsetsOf(seen);
        var entries = new TimelineEntry[offset[^1]];
        var next = offset.AsSpan(0, seen.PartyCount).ToArray();
        // Writing all over memory waits for memory, so entries go into bins of neighbouring parties first, each written from its beginning to its end, and then each bin, which fits the cache, is put in order.
        var shift = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, seen.PartyCount)) - LogOfBins, 0, MostShift);
        // Every writer reads all rows and writes the entries of its own parties.
        var writers = Math.Clamp(Math.Min(Environment.ProcessorCount, entries.Length / EntriesWorthAWriter), 1, MostWriters);
        Parallel.For(0, writers, w =>
        {
            var (from, to) = (FirstPartyOf(offset, w, writers, shift), FirstPartyOf(offset, w + 1, writers, shift));
            Bin(seen, from, to, shift, offset, entries);
            PutInOrder(from, to, shift, next, offset, entries);
        });
        return new PartyTimelines(offset, entries, own);
    }

    static int[] OffsetsOf(Observation seen)
    {
        ReadOnlySpan<int> sender = seen.Sender, recipientOffset = seen.RecipientOffset, recipient = seen.Recipient;
        var offset = new int[seen.PartyCount + 1];
        for (var i = 0; i < sender.Length; i++)
        {
            var s = sender[i];
            var to = recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (s >= 0) offset[s + 1] += Math.Max(1, to.Length);
            foreach (var r in to)
                if (r != s) offset[r + 1]++;
        }
        for (var p = 0; p < seen.PartyCount; p++) offset[p + 1] += offset[p];
        return offset;
    }

    // The parties before this one hold about w of so many equal parts of the entries.
    static int FirstPartyOf(int[] offset, int w, int writers, int shift)
    {
        if (w == writers) return offset.Length - 1;
        var at = Array.BinarySearch(offset, (int)((long)offset[^1] * w / writers));
        return w == 0 ? 0 : Math.Min(at >= 0 ? at : ~at, offset.Length - 1) >> shift << shift;
    }

    // Until a bin is in order, the place of its party stands below the time, which leaves 51 bits: 70,000 years either way.
    static void Bin(Observation seen, int from, int to, int shift, int[] offset, TimelineEntry[] entries)
    {
        var first = from >> shift;
        var next = new int[((to - 1) >> shift) - first + 1];
        for (var bin = 0; bin < next.Length; bin++) next[bin] = offset[(first + bin) << shift];
        ReadOnlySpan<int> sender = seen.Sender, recipientOffset = seen.RecipientOffset, recipient = seen.Recipient;
        var times = seen.SeenAt;
        for (var i = 0; i < sender.Length; i++)
        {
            var s = sender[i];
            var isMine = s >= from && s < to;
            var recipients = recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (isMine && recipients.IsEmpty) Put(s, times[i], i, -1, true);
            foreach (var r in recipients)
            {
                if (isMine) Put(s, times[i], i, r, true);
                if (r != s && r >= from && r < to) Put(r, times[i], i, s, false);
            }
        }

        void Put(int party, long time, int row, int alter, bool isSent) =>
            entries[next[(party >> shift) - first]++] = new TimelineEntry((time << shift) | (uint)(party & ((1 << shift) - 1)), row, alter, isSent);
    }

    static void PutInOrder(int from, int to, int shift, int[] next, int[] offset, TimelineEntry[] entries)
    {
        TimelineEntry[] scratch = [];
        for (var bin = from; bin < to; bin += 1 << shift)
        {
            var own = entries.AsSpan(offset[bin]..offset[Math.Min(bin + (1 << shift), to)]);
            if (scratch.Length < own.Length) scratch = new TimelineEntry[own.Length];
            own.CopyTo(scratch);
            foreach (ref readonly var entry in scratch.AsSpan(0, own.Length))
                entries[next[bin + (int)(entry.SeenAt & ((1 << shift) - 1))]++] = new TimelineEntry(entry.SeenAt >> shift, entry.Row, entry.Alter, entry.IsSent);
        }
    }
}
