namespace MetaLens.Messages;

/// <summary>
/// Numbers actors in order of first appearance in time, sender before recipients, and leaves out who occurs in no message. So the numbers depend on what happened,
/// not on how the source was ordered, and nothing downstream that breaks ties by number depends on it either.
/// </summary>
static class ActorNumbering
{
    /// <summary>Numbers the actors of columns that nothing else holds, in place.</summary>
    /// <returns>The names by new number.</returns>
    public static string[] ByAppearance(LogColumns columns, string[] names)
    {
        if (IsByAppearance(columns, names.Length)) return names;
        var number = new int[names.Length];
        Array.Fill(number, -1);
        var order = new List<int>(names.Length);
        for (var m = 0; m < columns.Sender.Length; m++)
        {
            See(columns.Sender[m]);
            for (var r = columns.RecipientOffset[m]; r < columns.RecipientOffset[m + 1]; r++) See(columns.Recipient[r]);
        }
        foreach (ref var actor in columns.Sender.AsSpan()) actor = number[actor];
        foreach (ref var actor in columns.Recipient.AsSpan()) actor = number[actor];
        return [.. order.Select(a => names[a])];

        void See(int actor)
        {
            if (number[actor] >= 0) return;
            number[actor] = order.Count;
            order.Add(actor);
        }
    }

    // Mostly it is so already, which is cheaper to see than to bring about: every number is one met before or the next.
    static bool IsByAppearance(LogColumns columns, int count)
    {
        ReadOnlySpan<int> senders = columns.Sender, offsets = columns.HasOneRecipientEach ? [] : columns.RecipientOffset, recipients = columns.Recipient;
        var next = 0;
        for (var m = 0; m < senders.Length; m++)
        {
            if (next == count) return true;
            if (senders[m] >= next && senders[m] != next++) return false;
            var (start, end) = offsets.IsEmpty ? (m, m + 1) : (offsets[m], offsets[m + 1]);
            for (var r = start; r < end; r++)
                if (recipients[r] >= next && recipients[r] != next++) return false;
        }
        return next == count;
    }
}
