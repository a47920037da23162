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

    /// <summary>One value many times.</summary>
    public static int[] Constant(int value, int count)
    {
        var all = new int[count];
        Array.Fill(all, value);
        return all;
    }

    /// <summary>Message indices by time; messages of one instant keep their order.</summary>
    public static int[] ByTime(long[] sentAt)
    {
        var times = (long[])sentAt.Clone();
        return TimeSort.Sort(ref times);
    }

    /// <summary>Puts columns that nothing else holds into order of time. The arrays change places instead of being copied each into a new one: what it takes is little beside the log.</summary>
    /// <returns>What stood where: the message that is now the first stood at the first index, and so on.</returns>
    public static int[] MoveByTime(ref LogColumns columns)
    {
        var times = columns.SentAt;
        var order = TimeSort.Sort(ref times);
        var spare = new int[order.Length];
        int[]? offset = null;
        var recipient = columns.Recipient;
        if (columns.HasOneRecipientEach || (recipient.Length == order.Length && IsIdentity(columns.RecipientOffset))) recipient = Moved(recipient, order, ref spare);
        else (offset, recipient) = GatherRecipients(columns, order);
        columns = new LogColumns(Moved(columns.Sender, order, ref spare), offset, recipient, times, Moved(columns.Size, order, ref spare),
            Moved(columns.Conversation, order, ref spare), Pick(columns.Kind, order), Pick(columns.Traits, order))
        {
            CallSeconds = columns.CallSeconds is { } seconds ? Moved(seconds, order, ref spare) : null,
        };
        return order;
    }

    public static LogColumns Gather(LogColumns from, int[] order)
    {
        var (offset, recipient) = GatherRecipients(from, order);
        return new LogColumns(Pick(from.Sender, order), offset, recipient, Pick(from.SentAt, order), Pick(from.Size, order),
            Pick(from.Conversation, order), Pick(from.Kind, order), Pick(from.Traits, order))
        {
            CallSeconds = from.CallSeconds is { } seconds ? Pick(seconds, order) : null,
        };
    }

    static (int[] Offset, int[] Recipient) GatherRecipients(LogColumns from, int[] order)
    {
        var offset = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            offset[i + 1] = offset[i] + from.RecipientOffset[order[i] + 1] - from.RecipientOffset[order[i]];
        var recipient = new int[offset[^1]];
        for (var i = 0; i < order.Length; i++)
            from.Recipient.AsSpan(from.RecipientOffset[order[i]], offset[i + 1] - offset[i]).CopyTo(recipient.AsSpan(offset[i]));
        return (offset, recipient);
    }

    static bool IsIdentity(int[] offset)
    {
        for (var i = 0; i < offset.Length; i++)
            if (offset[i] != i) return false;
        return true;
    }

    // The values in their new order in the spare array; the old one becomes the spare.
    static int[] Moved(int[] from, int[] order, ref int[] spare)
    {
        var to = spare;
        for (var i = 0; i < order.Length; i++) to[i] = from[order[i]];
        spare = from;
        return to;
    }

    static T[] Pick<T>(T[] from, int[] order)
    {
        var to = new T[order.Length];
        for (var i = 0; i < order.Length; i++) to[i] = from[order[i]];
        return to;
    }
}
