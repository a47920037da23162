using MetaLens.Lenses;

namespace MetaLens.Analyzers.Timelines;

/// <summary>
/// What each party did and received, in order of time, as compressed sparse rows: the entries of party p are positions <c>Offset[p] … Offset[p + 1] − 1</c> of
/// <see cref="Entries"/>. A message is one entry for its sender per recipient (one with <see cref="TimelineEntry.Alter"/> −1 where none is visible) and one for each recipient; a message to oneself
/// is one sent entry. Immutable.
/// </summary>
public sealed class PartyTimelines
{
    const int MostWriters = 8, EntriesWorthAWriter = 200_000;

    readonly int[] _offset;
    readonly TimelineEntry[] _entries;

    PartyTimelines(int[] offset, TimelineEntry[] entries)
    {
        _offset = offset;
        _entries = entries;
    }

    /// <summary>Where each party's entries begin; one entry more than parties.</summary>
    public ReadOnlySpan<int> Offset => _offset;

    /// <summary>The entries of all parties, one party after the other; rows ascend within a party, and entries of one sent message share a row.</summary>
    public ReadOnlySpan<TimelineEntry> Entries => _entries;

    /// <summary>The entries of one party. O(1).</summary>
    public ReadOnlySpan<TimelineEntry> this[int party] => _entries.AsSpan(_offset[party], _offset[party + 1] - _offset[party]);

    /// <summary>Whether a party is ever seen sending. O(its entries).</summary>
    public bool Sends(int party)
    {
        foreach (var entry in this[party])
            if (entry.IsSent) return true;
        return false;
    }

    /// <summary>The timelines of every party of an observation. O(deliveries + parties) time and memory, two passes; large ones are written by several threads, the same whatever their number.</summary>
    public static PartyTimelines Of(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var offset = OffsetsOf(seen);
        var entries = new TimelineEntry[offset[^1]];
        var next = offset.AsSpan(0, seen.PartyCount).ToArray();
        // Every writer reads all rows and writes the entries of its own parties: reading in order is cheap, writing all over memory is not.
        var writers = Math.Clamp(Math.Min(Environment.ProcessorCount, entries.Length / EntriesWorthAWriter), 1, MostWriters);
        if (writers == 1) Write(seen, 0, seen.PartyCount, next, entries);
        else Parallel.For(0, writers, w => Write(seen, FirstPartyOf(offset, w, writers), FirstPartyOf(offset, w + 1, writers), next, entries));
        return new PartyTimelines(offset, entries);
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
    static int FirstPartyOf(int[] offset, int w, int writers)
    {
        if (w == writers) return offset.Length - 1;
        var at = Array.BinarySearch(offset, (int)((long)offset[^1] * w / writers));
        return w == 0 ? 0 : Math.Min(at >= 0 ? at : ~at, offset.Length - 1);
    }

    static void Write(Observation seen, int from, int to, int[] next, TimelineEntry[] entries)
    {
        ReadOnlySpan<int> sender = seen.Sender, recipientOffset = seen.RecipientOffset, recipient = seen.Recipient;
        var times = seen.SeenAt;
        for (var i = 0; i < sender.Length; i++)
        {
            var s = sender[i];
            var isMine = s >= from && s < to;
            var recipients = recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (isMine && recipients.IsEmpty) entries[next[s]++] = new TimelineEntry(times[i], i, -1, true);
            foreach (var r in recipients)
            {
                if (isMine) entries[next[s]++] = new TimelineEntry(times[i], i, r, true);
                if (r != s && r >= from && r < to) entries[next[r]++] = new TimelineEntry(times[i], i, s, false);
            }
        }
    }
}
