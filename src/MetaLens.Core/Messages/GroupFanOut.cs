namespace MetaLens.Messages;

/// <summary>
/// Gives messages whose recipients are only known as "everybody else in the conversation" (<see cref="RecipientBasis.SpeakersOnly"/> with an empty list) their
/// recipients: all who ever spoke there or were named as members, less the sender. Rooms of more than <see cref="LargestGroup"/> are broadcasts: who read them is
/// not known, and the list stays empty (<see cref="RecipientBasis.Unknown"/>). O(messages + deliveries); besides the new columns only the rooms are kept.
/// </summary>
static class GroupFanOut
{
    public const int LargestGroup = 256;

    /// <summary>Fills the lists. The traits are changed in place, as nothing else holds the columns yet.</summary>
    public static LogColumns Fill(LogColumns columns, IReadOnlyCollection<(int Conversation, int Actor)> members)
    {
        var rooms = RoomsOf(columns, members);
        if (rooms.Count == 0) return columns;
        var offset = new int[columns.RecipientOffset.Length];
        for (var i = 0; i < columns.SentAt.Length; i++)
        {
            var room = IsOpen(columns, i) ? rooms[columns.Conversation[i]] : null;
            // Who sent an open message is always in its room.
            var count = room is null ? columns.RecipientOffset[i + 1] - columns.RecipientOffset[i] : room.Length <= LargestGroup ? room.Length - 1 : 0;
            offset[i + 1] = checked(offset[i] + count);
        }
        var recipient = new int[offset[^1]];
        for (var i = 0; i < columns.SentAt.Length; i++)
        {
            var to = recipient.AsSpan(offset[i]..offset[i + 1]);
            if (!IsOpen(columns, i)) columns.Recipient.AsSpan(columns.RecipientOffset[i], to.Length).CopyTo(to);
            else if (rooms[columns.Conversation[i]] is { Length: <= LargestGroup } room) CopyWithout(columns.Sender[i], room, to);
            else columns.Traits[i] = new MessageTraits(RecipientBasis.Unknown, columns.Traits[i].SealedSender);
        }
        return columns with { RecipientOffset = offset, Recipient = recipient };
    }

    static Dictionary<int, int[]> RoomsOf(LogColumns columns, IReadOnlyCollection<(int Conversation, int Actor)> members)
    {
        var inRoom = new Dictionary<int, SortedSet<int>>();
        var (last, lastRoom) = (-1, new SortedSet<int>());
        for (var i = 0; i < columns.SentAt.Length; i++)
        {
            if (!IsOpen(columns, i)) continue;
            // Messages of one conversation mostly stand together.
            if (columns.Conversation[i] != last && !inRoom.TryGetValue(last = columns.Conversation[i], out lastRoom!)) inRoom[last] = lastRoom = [];
            lastRoom.Add(columns.Sender[i]);
        }
        foreach (var (conversation, actor) in members)
            if (inRoom.TryGetValue(conversation, out var room)) room.Add(actor);
        return inRoom.ToDictionary(r => r.Key, r => r.Value.ToArray());
    }

    // The room is in order, so what comes before the sender and what comes after are two copies.
    static void CopyWithout(int sender, int[] room, Span<int> to)
    {
        var at = Array.BinarySearch(room, sender);
        room.AsSpan(0, at).CopyTo(to);
        room.AsSpan(at + 1).CopyTo(to[at..]);
    }

    static bool IsOpen(LogColumns c, int i) =>
        c.Traits[i].RecipientBasis == RecipientBasis.SpeakersOnly && c.Conversation[i] >= 0 && c.RecipientOffset[i] == c.RecipientOffset[i + 1];
}
