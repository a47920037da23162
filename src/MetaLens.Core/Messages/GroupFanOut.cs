namespace MetaLens.Messages;

/// <summary>
/// Gives messages whose recipients are only known as "everybody else in the conversation" (<see cref="RecipientBasis.SpeakersOnly"/> with an empty list) their
/// recipients: all who ever spoke there or were named as members, less the sender. Rooms of more than <see cref="LargestGroup"/> are broadcasts: who read them is
/// not known, and the list stays empty (<see cref="RecipientBasis.Unknown"/>).
/// </summary>
static class GroupFanOut
{
    public const int LargestGroup = 256;

    public static LogColumns Fill(LogColumns columns, IReadOnlyCollection<(int Conversation, int Actor)> members)
    {
        var inRoom = new Dictionary<int, SortedSet<int>>();
        for (var i = 0; i < columns.SentAt.Length; i++)
            if (IsOpen(columns, i)) RoomOf(columns.Conversation[i]).Add(columns.Sender[i]);
        if (inRoom.Count == 0) return columns;
        foreach (var (conversation, actor) in members)
            if (inRoom.TryGetValue(conversation, out var room)) room.Add(actor);

        var offset = new int[columns.RecipientOffset.Length];
        var recipient = new List<int>(columns.Recipient.Length);
        var traits = (MessageTraits[])columns.Traits.Clone();
        for (var i = 0; i < columns.SentAt.Length; i++)
        {
            if (!IsOpen(columns, i)) recipient.AddRange(columns.Recipient.AsSpan(columns.RecipientOffset[i]..columns.RecipientOffset[i + 1]));
            else if (inRoom[columns.Conversation[i]] is { Count: <= LargestGroup } room) recipient.AddRange(room.Where(a => a != columns.Sender[i]));
            else traits[i] = new MessageTraits(RecipientBasis.Unknown, traits[i].SealedSender);
            offset[i + 1] = recipient.Count;
        }
        return columns with { RecipientOffset = offset, Recipient = [.. recipient], Traits = traits };

        SortedSet<int> RoomOf(int conversation) => inRoom.TryGetValue(conversation, out var room) ? room : inRoom[conversation] = [];
    }

    static bool IsOpen(LogColumns c, int i) =>
        c.Traits[i].RecipientBasis == RecipientBasis.SpeakersOnly && c.Conversation[i] >= 0 && c.RecipientOffset[i] == c.RecipientOffset[i + 1];
}
