using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Joins neighbouring rows of one message (same id, sender and time) into one message with several recipients.</summary>
sealed class PendingMessage(MessageLogBuilder log)
{
    readonly List<int> _recipients = [];
    string? _id;
    bool _keepId;
    long _sentAt;
    int _sender, _size, _conversation;
    MessageTraits _traits;

    public void Add(ReadOnlySpan<char> id, bool keepId, long sentAt, int sender, List<int> recipients, int size, int conversation, MessageTraits traits)
    {
        if (_id is not null && id.SequenceEqual(_id) && sentAt == _sentAt && sender == _sender)
        {
            _recipients.AddRange(recipients);
            return;
        }
        Flush();
        if (id.IsEmpty)
        {
            log.Add(new MessageRecord { SentAt = sentAt, Sender = sender, Recipients = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(recipients), Size = size, Conversation = conversation, Traits = traits });
            return;
        }
        (_id, _keepId, _sentAt, _sender, _size, _conversation, _traits) = (id.ToString(), keepId, sentAt, sender, size, conversation, traits);
        _recipients.AddRange(recipients);
    }

    public void Flush()
    {
        if (_id is null) return;
        log.Add(new MessageRecord
        {
            SentAt = _sentAt,
            Sender = _sender,
            Recipients = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_recipients),
            Size = _size,
            Conversation = _conversation,
            Traits = _traits,
            SourceId = _keepId ? _id : null,
        });
        _id = null;
        _recipients.Clear();
    }
}
