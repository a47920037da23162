using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>Rows that a protection makes: in place of those of a draft, or besides them. Given away once.</summary>
sealed class DraftRows
{
    readonly Column<int> _sender = new(), _end = new(), _recipient = new(), _size = new(), _conversation = new(), _messageOf = new();
    readonly Column<long> _sentAt = new();
    readonly Column<MessageKind> _kind = new();
    readonly Column<MessageTraits> _traits = new();

    /// <summary>Adds a row; a recipient of −1 = none.</summary>
    public void Add(int sender, int recipient, long sentAt, int size, int conversation, MessageKind kind, MessageTraits traits, int messageOf)
    {
        if (recipient >= 0) _recipient.Add(recipient);
        _sender.Add(sender);
        _end.Add(_recipient.Count);
        _sentAt.Add(sentAt);
        _size.Add(size);
        _conversation.Add(conversation);
        _kind.Add(kind);
        _traits.Add(traits);
        _messageOf.Add(messageOf);
    }

    /// <summary>Puts these rows in place of the draft's.</summary>
    public void Replace(ObservationDraft draft)
    {
        draft.MessageOfRow = _messageOf.MoveToArray();
        draft.Columns = new LogColumns(_sender.MoveToArray(), Offsets([0]), _recipient.MoveToArray(), _sentAt.MoveToArray(), _size.MoveToArray(), _conversation.MoveToArray(),
            _kind.MoveToArray(), _traits.MoveToArray());
    }

    /// <summary>Puts these rows among the draft's, all in order of time; at one instant the draft's come first.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="heldUp">Changes the times of these rows first.</param>
    public void Append(ObservationDraft draft, Func<long[], long[]>? heldUp = null)
    {
        if (_sender.Count == 0) return;
        var c = draft.Columns;
        var times = _sentAt.MoveToArray();
        draft.MessageOfRow = Join(draft.MessageOfRow ?? ColumnOrder.Identity(draft.Count), _messageOf.MoveToArray());
        draft.Columns = new LogColumns(Join(c.Sender, _sender.MoveToArray()), Offsets(c.RecipientOffset), Join(c.Recipient, _recipient.MoveToArray()),
            Join(c.SentAt, heldUp is null ? times : heldUp(times)), Join(c.Size, _size.MoveToArray()), Join(c.Conversation, _conversation.MoveToArray()),
            Join(c.Kind, _kind.MoveToArray()), Join(c.Traits, _traits.MoveToArray()));
        draft.SetOutAt = draft.SetOutAt is null ? null : Join(draft.SetOutAt, times);
        draft.Keep(Merged(c.SentAt, draft.Columns.SentAt[c.SentAt.Length..]));
    }

    // Each part is nearly in order already, and sorts fast; one behind the other they would not.
    static int[] Merged(long[] first, long[] second)
    {
        var (a, b) = (ColumnOrder.ByTime(first), ColumnOrder.ByTime(second));
        var merged = new int[a.Length + b.Length];
        for (int i = 0, j = 0; i + j < merged.Length;)
            merged[i + j] = j == b.Length || (i < a.Length && first[a[i]] <= second[b[j]]) ? a[i++] : first.Length + b[j++];
        return merged;
    }

    int[] Offsets(int[] before)
    {
        var offset = Join(before, _end.MoveToArray());
        for (var i = before.Length; i < offset.Length; i++) offset[i] += before[^1];
        return offset;
    }

    static T[] Join<T>(T[] a, T[] b)
    {
        var both = new T[a.Length + b.Length];
        a.CopyTo(both, 0);
        b.CopyTo(both, a.Length);
        return both;
    }
}
