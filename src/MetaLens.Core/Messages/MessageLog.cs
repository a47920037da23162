using System.Diagnostics.CodeAnalysis;

namespace MetaLens.Messages;

/// <summary>
/// The truth: every message as who, to whom, when and how large, sorted by time (ties keep their order of arrival). Columns, not objects:
/// 30 bytes a message with one recipient, 4 for each further one; 22 while nobody asks where recipients begin and what conversations there are, if each message has one recipient
/// and none a conversation. No content, by construction. Immutable.
/// </summary>
/// <remarks>
/// A message is one sending act; a delivery is one message reaching one recipient. A message to oneself (the only recipient is the sender) counts as a
/// message and a delivery, but makes no tie and no edge: a tie joins two different actors.
/// </remarks>
public sealed class MessageLog
{
    readonly LogColumns _columns;

    internal MessageLog(LogColumns columns, Actors actors, TimeBasis timeBasis, string[] conversationNames, string?[]? sourceIds, ActorId? owner)
    {
        _columns = columns;
        Actors = actors;
        TimeBasis = timeBasis;
        _conversationNames = conversationNames;
        _sourceIds = sourceIds;
        Owner = owner;
    }

    readonly string[] _conversationNames;
    readonly string?[]? _sourceIds;

    /// <summary>Number of messages.</summary>
    public int Count => _columns.SentAt.Length;

    /// <summary>Number of deliveries: recipients summed over messages.</summary>
    public int DeliveryCount => _columns.Recipient.Length;

    /// <summary>Everybody who sends or receives.</summary>
    public Actors Actors { get; }

    /// <summary>What <see cref="SentAt"/> is measured against.</summary>
    public TimeBasis TimeBasis { get; }

    /// <summary>Whose export this is, where that is known; null for a log of a whole population.</summary>
    public ActorId? Owner { get; }

    /// <summary>Actor index of the sender of each message.</summary>
    public ReadOnlySpan<int> Sender => _columns.Sender;

    /// <summary>Whether every message is known to have one recipient, so that the recipient of message i stands at i; false where some may have none or more.</summary>
    public bool HasOneRecipientEach => _columns.HasOneRecipientEach;

    /// <summary>Where each message's recipients begin in <see cref="Recipient"/>; one entry more than messages, the last is <see cref="DeliveryCount"/>.</summary>
    public ReadOnlySpan<int> RecipientOffset => _columns.RecipientOffset;

    /// <summary>Actor indices of the recipients, message after message.</summary>
    public ReadOnlySpan<int> Recipient => _columns.Recipient;

    /// <summary>When each message was sent: Unix milliseconds (see <see cref="TimeBasis"/>), never decreasing.</summary>
    public ReadOnlySpan<long> SentAt => _columns.SentAt;

    /// <summary>Seconds of each call, −1 where unknown or no call; empty when the log knows no call's length.</summary>
    public ReadOnlySpan<int> CallSeconds => _columns.CallSeconds;

    /// <summary>Bytes of each message with its attachments; −1 = unknown.</summary>
    public ReadOnlySpan<int> Size => _columns.Size;

    /// <summary>Conversation (thread or group) of each message, 0-based; −1 = none known.</summary>
    public ReadOnlySpan<int> Conversation => _columns.Conversation;

    /// <summary>The sort of each message.</summary>
    public ReadOnlySpan<MessageKind> Kind => _columns.Kind;

    /// <summary>What else is known of each message: how its recipients are known, whether sealed sender was used.</summary>
    public ReadOnlySpan<MessageTraits> Traits => _columns.Traits;

    /// <summary>The names of the conversations by index; empty when the source has none.</summary>
    public ReadOnlySpan<string> ConversationNames => _conversationNames;

    /// <summary>Whether the source named its messages, so that labels can refer to them.</summary>
    [MemberNotNullWhen(true, nameof(_sourceIds))]
    public bool HasSourceIds => _sourceIds is not null;

    /// <summary>The recipients of one message.</summary>
    public ReadOnlySpan<int> RecipientsOf(int message) =>
        _columns.Recipient.AsSpan(_columns.RecipientOffset[message], _columns.RecipientOffset[message + 1] - _columns.RecipientOffset[message]);

    /// <summary>The source's own name of a message, unique within its conversation; null where it has none.</summary>
    public string? SourceIdOf(int message) => HasSourceIds ? _sourceIds[message] : null;

    /// <summary>The same log under other names: actors by <paramref name="names"/>, conversations by number, the source's message ids dropped. Columns are shared, not copied.</summary>
    /// <param name="names">One name per actor, in their order.</param>
    /// <exception cref="ArgumentException">Not as many names as actors.</exception>
    public MessageLog WithNames(string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (names.Length != Actors.Count) throw new ArgumentException($"Expected {Actors.Count} names, found {names.Length}.", nameof(names));
        var conversations = Enumerable.Range(1, _conversationNames.Length).Select(i => $"conversation {i}").ToArray();
        return new MessageLog(_columns, new Actors(names), TimeBasis, conversations, sourceIds: null, Owner);
    }

    /// <summary>The last so many messages as a log of their own, with those who occur in them; itself when it has no more.</summary>
    /// <param name="messages">1 or more.</param>
    public MessageLog Latest(int messages)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(messages);
        if (messages >= Count) return this;
        var rows = new int[messages];
        for (var i = 0; i < messages; i++) rows[i] = Count - messages + i;
        var columns = ColumnOrder.Gather(_columns, rows);
        var actors = new Actors(ActorNumbering.ByAppearance(columns, Actors.NamesArray));
        ActorId? owner = Owner is { } o && actors.TryFind(Actors.NameOf(o), out var found) ? found : null;
        return new MessageLog(columns, actors, TimeBasis, _conversationNames, _sourceIds?[^messages..], owner);
    }

    internal LogColumns Columns => _columns;
}
