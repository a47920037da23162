using MetaLens.Messages;

namespace MetaLens.Ingestion.Telegram;

/// <summary>One chat while it is read: from what it is follows who receives.</summary>
sealed class Chat(MessageLogBuilder log, string name, ChatKind kind, int owner, int peer)
{
    readonly int _conversation = log.Conversation(name);

    /// <summary>Adds a record. Where the owner is not known yet, the recipients are all who speak or are named in the chat.</summary>
    public void Add(long sentAt, int sender, int size, MessageKind messageKind)
    {
        var recipient = kind switch
        {
            ChatKind.Direct when owner >= 0 && peer >= 0 => sender == owner ? peer : owner,
            ChatKind.Saved => owner >= 0 ? owner : sender,
            _ => -1,
        };
        var basis = recipient >= 0 ? RecipientBasis.Exact : kind == ChatKind.Channel ? RecipientBasis.Unknown : RecipientBasis.SpeakersOnly;
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = sender,
            Recipients = recipient >= 0 ? [recipient] : [],
            Size = size,
            Conversation = _conversation,
            Kind = messageKind,
            Traits = new MessageTraits(basis),
        });
    }

    /// <summary>Says that somebody belongs to the chat.</summary>
    public void Member(int actor) => log.Member(_conversation, actor);
}
