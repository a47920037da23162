namespace MetaLens.Messages;

/// <summary>Puts the columns of a log into another order.</summary>
static class ColumnOrder
{
    /// <summary>0 … count − 1.</summary>
    public static int[] Identity(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++) order[i] = i;
        return order;
    }

    /// <summary>Message indices by time; messages of one instant keep their order.</summary>
    public static int[] ByTime(long[] sentAt)
    {
        var order = Identity(sentAt.Length);
        var times = (long[])sentAt.Clone();
        Array.Sort(times, order);
        // Array.Sort is not stable; within a run of equal times the original index decides.
        for (var i = 0; i < order.Length;)
        {
            var j = i + 1;
            while (j < order.Length && times[j] == times[i]) j++;
            if (j - i > 1) Array.Sort(order, i, j - i);
            i = j;
        }
        return order;
    }

    public static LogColumns Gather(LogColumns from, int[] order)
    {
        var offset = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            offset[i + 1] = offset[i] + from.RecipientOffset[order[i] + 1] - from.RecipientOffset[order[i]];
        var recipient = new int[offset[^1]];
        for (var i = 0; i < order.Length; i++)
            from.Recipient.AsSpan(from.RecipientOffset[order[i]], offset[i + 1] - offset[i]).CopyTo(recipient.AsSpan(offset[i]));
        return new LogColumns(Pick(from.Sender, order), offset, recipient, Pick(from.SentAt, order), Pick(from.Size, order),
            Pick(from.Conversation, order), Pick(from.Kind, order), Pick(from.Traits, order))
        {
            CallSeconds = from.CallSeconds is { } seconds ? Pick(seconds, order) : null,
        };
    }

    static T[] Pick<T>(T[] from, int[] order)
    {
        var to = new T[order.Length];
        for (var i = 0; i < order.Length; i++) to[i] = from[order[i]];
        return to;
    }
}
