namespace MetaLens.Messages;

/// <summary>One message on its way into a <see cref="MessageLogBuilder"/>; a view that lives on the stack, never stored.</summary>
public readonly ref struct MessageRecord
{
    /// <summary>Unix milliseconds.</summary>
    public required long SentAt { get; init; }

    /// <summary>The sender, from <see cref="MessageLogBuilder.Actor(ReadOnlySpan{char})"/>.</summary>
    public required int Sender { get; init; }

    /// <summary>The recipients, in any order; may be empty (<see cref="RecipientBasis.Unknown"/>).</summary>
    public required ReadOnlySpan<int> Recipients { get; init; }

    /// <summary>Bytes with attachments; −1 = unknown. Default −1.</summary>
    public int Size { get; init; } = -1;

    /// <summary>From <see cref="MessageLogBuilder.Conversation"/>; −1 = none known. Default −1.</summary>
    public int Conversation { get; init; } = -1;

    /// <summary>The sort of message.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>Length of a call in seconds; 0 = not answered, −1 = unknown or no call. Default −1.</summary>
    public int CallSeconds { get; init; } = -1;

    /// <summary>How the recipients are known, whether the sender was sealed.</summary>
    public MessageTraits Traits { get; init; }

    /// <summary>The source's own name of the message, unique within its conversation, if labels may refer to it.</summary>
    public string? SourceId { get; init; }

    /// <summary>An empty record; the required members are to be set.</summary>
    public MessageRecord() { }
}
