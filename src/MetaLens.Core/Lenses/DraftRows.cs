using System.Runtime.InteropServices;
using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>Rows that a protection makes: in place of those of a draft, or besides them.</summary>
sealed class DraftRows
{
    readonly List<int> _sender = [], _offset = [0], _recipient = [], _size = [], _conversation = [], _messageOf = [];
    readonly List<long> _sentAt = [];
    readonly List<MessageKind> _kind = [];
    readonly List<MessageTraits> _traits = [];

    /// <summary>Adds a row; a recipient of −1 = none.</summary>
    public void Add(int sender, int recipient, long sentAt, int size, int conversation, MessageKind kind, MessageTraits traits, int messageOf)
    {
        if (recipient >= 0) _recipient.Add(recipient);
        _sender.Add(sender);
        _offset.Add(_recipient.Count);
        _sentAt.Add(sentAt);
        _size.Add(size);
        _conversation.Add(conversation);
        _kind.Add(kind);
        _traits.Add(traits);
        _messageOf.Add(messageOf);
    }

    /// <summary>The times of the rows, to be changed in place.</summary>
    public Span<long> Times => CollectionsMarshal.AsSpan(_sentAt);

    /// <summary>Puts these rows in place of the draft's.</summary>
    public void Replace(ObservationDraft draft)
    {
        draft.Columns = new LogColumns([.. _sender], [.. _offset], [.. _recipient], [.. _sentAt], [.. _size], [.. _conversation], [.. _kind], [.. _traits]);
        draft.MessageOfRow = [.. _messageOf];
    }

    /// <summary>Puts these rows behind the draft's; no order of time is kept.</summary>
    public void Append(ObservationDraft draft)
    {
        if (_sender.Count == 0) return;
        var c = draft.Columns;
        draft.MessageOfRow = [.. draft.MessageOfRow ?? [.. Enumerable.Range(0, draft.Count)], .. _messageOf];
        draft.Columns = new LogColumns([.. c.Sender, .. _sender], [.. c.RecipientOffset, .. _offset.Skip(1).Select(o => o + c.Recipient.Length)], [.. c.Recipient, .. _recipient],
            [.. c.SentAt, .. _sentAt], [.. c.Size, .. _size], [.. c.Conversation, .. _conversation], [.. c.Kind, .. _kind], [.. c.Traits, .. _traits]);
    }
}
