using System.Numerics;
using System.Runtime.CompilerServices;
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
    const int MostWriters = 8, RowsWorthAWriter = 50_000, LogOfBins = 8, MostShift = 12;

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

    /// <summary>The timelines of every party of an observation. O(deliveries + parties) time and memory, three passes; several threads share the rows of a large one, the same whatever their number.</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="own">Which entries are a party's own acts (<see cref="OwnOf"/>).</param>
    public static PartyTimelines Of(Observation seen, Direction own = Direction.Sent)
    {
        ArgumentNullException.ThrowIfNull(seen);
        // Every writer counts and then writes the entries of its own rows: first into bins of neighbouring parties, each written from its beginning to its end, for writing all over memory
        // waits for memory. Then each bin, which fits the cache, is put in order.
        var rows = seen.Sender.Length;
        var writers = Math.Clamp(Math.Min(Environment.ProcessorCount, rows / RowsWorthAWriter), 1, MostWriters);
        var shift = Math.Clamp(BitOperations.Log2((uint)Math.Max(1, seen.PartyCount)) - LogOfBins, 0, MostShift);
        var counts = new int[writers][];
        Parallel.For(0, writers, w => counts[w] = Count(seen, FirstRow(w), FirstRow(w + 1)));
        var offset = OffsetsOf(counts, seen.PartyCount);
        var places = PlacesInBins(counts, offset, shift);
        var entries = new TimelineEntry[offset[^1]];
        Parallel.For(0, writers, w => Bin(seen, FirstRow(w), FirstRow(w + 1), shift, places[w], entries));
        Parallel.For(0, places[0].Length, () => Array.Empty<TimelineEntry>(), (bin, _, scratch) => PutInOrder(bin, shift, offset, entries, scratch), _ => { });
        return new PartyTimelines(offset, entries, own);

        int FirstRow(int w) => (int)((long)rows * w / writers);
    }

    // Entries of each party in some rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int[] Count(Observation seen, int from, int to)
    {
        ReadOnlySpan<int> sender = seen.Sender, recipientOffset = seen.HasOneRecipientEach ? [] : seen.RecipientOffset, recipient = seen.Recipient;
        var count = new int[seen.PartyCount];
        for (var i = from; i < to; i++)
        {
            var s = sender[i];
            var recipients = recipientOffset.IsEmpty ? recipient.Slice(i, 1) : recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (s >= 0) count[s] += Math.Max(1, recipients.Length);
            foreach (var r in recipients)
                if (r != s) count[r]++;
        }
        return count;
    }

    static int[] OffsetsOf(int[][] counts, int parties)
    {
        var offset = new int[parties + 1];
        foreach (var count in counts)
            for (var p = 0; p < count.Length; p++) offset[p + 1] += count[p];
        for (var p = 0; p < parties; p++) offset[p + 1] += offset[p];
        return offset;
    }

    // Where each writer begins in each bin: behind what the writers before it put there.
    static int[][] PlacesInBins(int[][] counts, int[] offset, int shift)
    {
        var places = new int[counts.Length][];
        var next = new int[((offset.Length - 2) >> shift) + 1];
        for (var bin = 0; bin < next.Length; bin++) next[bin] = offset[bin << shift];
        for (var w = 0; w < counts.Length; w++)
        {
            places[w] = [.. next];
            var count = counts[w];
            for (var p = 0; p < count.Length; p++) next[p >> shift] += count[p];
        }
        return places;
    }

    // Until a bin is in order, the place of its party stands below the time, which leaves 51 bits: 70,000 years either way.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Bin(Observation seen, int from, int to, int shift, int[] next, TimelineEntry[] entries)
    {
        ReadOnlySpan<int> sender = seen.Sender, recipientOffset = seen.HasOneRecipientEach ? [] : seen.RecipientOffset, recipient = seen.Recipient;
        var times = seen.SeenAt;
        var place = (1 << shift) - 1;
        for (var i = from; i < to; i++)
        {
            var s = sender[i];
            var time = times[i] << shift;
            var recipients = recipientOffset.IsEmpty ? recipient.Slice(i, 1) : recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (s >= 0 && recipients.IsEmpty) entries[next[s >> shift]++] = new TimelineEntry(time | (uint)(s & place), i, -1, true);
            foreach (var r in recipients)
            {
                if (s >= 0) entries[next[s >> shift]++] = new TimelineEntry(time | (uint)(s & place), i, r, true);
                if (r != s) entries[next[r >> shift]++] = new TimelineEntry(time | (uint)(r & place), i, s, false);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static TimelineEntry[] PutInOrder(int bin, int shift, int[] offset, TimelineEntry[] entries, TimelineEntry[] scratch)
    {
        var (from, to) = (bin << shift, Math.Min((bin + 1) << shift, offset.Length - 1));
        var own = entries.AsSpan(offset[from]..offset[to]);
        if (scratch.Length < own.Length) scratch = new TimelineEntry[own.Length];
        own.CopyTo(scratch);
        var next = offset.AsSpan(from, to - from).ToArray();
        var place = (1 << shift) - 1;
        foreach (ref readonly var entry in scratch.AsSpan(0, own.Length))
            entries[next[(int)entry.SeenAt & place]++] = new TimelineEntry(entry.SeenAt >> shift, entry.Row, entry.Alter, entry.IsSent);
        return scratch;
    }
}
