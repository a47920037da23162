using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>
/// The rows of an observation by thread: the conversation where the observer sees one, else the pair of sender and recipient (a message to several people is part of each pair's thread). Rows of thread t are
/// <c>Row[Offset[t] … Offset[t + 1] − 1]</c>, in order of time. Rows without a conversation and without two visible ends are in no thread. Immutable.
/// </summary>
public sealed class MessageThreads
{
    readonly int[] _offset, _row;

    MessageThreads(int[] offset, int[] row)
    {
        _offset = offset;
        _row = row;
    }

    /// <summary>Number of threads.</summary>
    public int Count => _offset.Length - 1;

    /// <summary>The rows of a thread, in order of time.</summary>
    public ReadOnlySpan<int> RowsOf(int thread) => _row.AsSpan(_offset[thread].._offset[thread + 1]);

    /// <summary>Sorts an observation into threads, ordered by conversation, then by pair. O(n log n).</summary>
    public static MessageThreads Of(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var keys = new List<(long Thread, int Row)>(seen.DeliveryCount);
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Conversation[i] is >= 0 and var conversation)
            {
                keys.Add((conversation, i));
                continue;
            }
            var s = seen.Sender[i];
            if (s < 0) continue;
            foreach (var r in seen.RecipientsOf(i))
                if (r != s) keys.Add((PairKey(s, r), i));
        }
        keys.Sort();
        var row = new int[keys.Count];
        var offset = new List<int> { 0 };
        for (var k = 0; k < row.Length; k++)
        {
            row[k] = keys[k].Row;
            if (k > 0 && keys[k].Thread != keys[k - 1].Thread) offset.Add(k);
        }
        if (row.Length > 0) offset.Add(row.Length);
        return new MessageThreads([.. offset], row);
    }

    // Above every conversation's number.
    static long PairKey(int a, int b) => (1L << 62) | ((long)Math.Min(a, b) << 31) | (uint)Math.Max(a, b);
}
