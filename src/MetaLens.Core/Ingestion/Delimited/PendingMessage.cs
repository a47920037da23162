using System.Runtime.InteropServices;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Joins neighbouring rows of one message (same id, sender and time) into one message with several recipients.</summary>
sealed class PendingMessage(MessageLogBuilder log)
{
    readonly List<int> _recipients = [];
    string? _id;
    ColumnRoles? _roles;
    long _sentAt;
    int _sender, _size, _conversation;
    MessageTraits _traits;

    public void Add(ReadOnlySpan<char> id, ColumnRoles roles, long sentAt, int sender, List<int> recipients, int size, int conversation, MessageTraits traits)
    {
        if (_id is not null && id.SequenceEqual(_id) && sentAt == _sentAt && sender == _sender)
        {
            _recipients.AddRange(recipients);
            return;
        }
        Flush();
        (_roles, _sentAt, _sender, _size, _conversation, _traits) = (roles, sentAt, sender, size, conversation, traits);
        if (id.IsEmpty)
        {
            Add(recipients, sourceId: null);
            return;
        }
        _id = id.ToString();
        _recipients.AddRange(recipients);
    }

    public void Flush()
    {
        if (_id is null) return;
        Add(_recipients, _roles!.KeepIds ? _id : null);
        _id = null;
        _recipients.Clear();
    }

    void Add(List<int> recipients, string? sourceId) => log.Add(new MessageRecord
    {
        SentAt = _sentAt,
        Sender = _sender,
        Recipients = CollectionsMarshal.AsSpan(recipients),
        Size = _size,
        Kind = _roles!.AreCalls ? MessageKind.Call : MessageKind.Unspecified,
        CallSeconds = _roles.AreCalls ? _size : -1,
        Conversation = _conversation,
        Traits = _traits,
        SourceId = sourceId,
    });
}
