using MetaLens.Lenses;

namespace MetaLens.Analyzers.Timelines;

/// <summary>
/// What each party did and received, in order of time, as compressed sparse rows: the entries of party p are positions <c>Offset[p] … Offset[p + 1] − 1</c> of the other
/// columns. A message is one entry for its sender per recipient (one with <see cref="Alter"/> −1 where none is visible) and one for each recipient; a message to oneself is one sent entry. Immutable.
/// </summary>
public sealed class PartyTimelines
{
    readonly int[] _offset, _row, _alter;
    readonly bool[] _isSent;

    PartyTimelines(int[] offset, int[] row, int[] alter, bool[] isSent)
    {
        _offset = offset;
        _row = row;
        _alter = alter;
        _isSent = isSent;
    }

    /// <summary>Where each party's entries begin; one entry more than parties.</summary>
    public ReadOnlySpan<int> Offset => _offset;

    /// <summary>Row of the observation behind each entry, ascending within a party. Entries of one sent message share a row.</summary>
    public ReadOnlySpan<int> Row => _row;

    /// <summary>The other party of each entry; −1 = not visible; the party itself for a message to oneself.</summary>
    public ReadOnlySpan<int> Alter => _alter;

    /// <summary>Whether the party sent (true) or received (false).</summary>
    public ReadOnlySpan<bool> IsSent => _isSent;

    /// <summary>The timelines of every party of an observation. O(deliveries + parties), two passes.</summary>
    public static PartyTimelines Of(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
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
        var next = offset.AsSpan(0, seen.PartyCount).ToArray();
        var row = new int[offset[^1]];
        var alter = new int[row.Length];
        var isSent = new bool[row.Length];
        for (var i = 0; i < sender.Length; i++)
        {
            var s = sender[i];
            var to = recipient[recipientOffset[i]..recipientOffset[i + 1]];
            if (s >= 0 && to.IsEmpty) Put(s, i, -1, true);
            foreach (var r in to)
            {
                if (s >= 0) Put(s, i, r, true);
                if (r != s) Put(r, i, s, false);
            }
        }
        return new PartyTimelines(offset, row, alter, isSent);

        void Put(int party, int i, int other, bool sent)
        {
            var at = next[party]++;
            row[at] = i;
            alter[at] = other;
            isSent[at] = sent;
        }
    }
}
