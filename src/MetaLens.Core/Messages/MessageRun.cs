namespace MetaLens.Messages;

/// <summary>Many messages of at most one recipient each on their way into a <see cref="MessageLogBuilder"/>, as columns of one length; a view that lives on the stack.</summary>
readonly ref struct MessageRun
{
    /// <summary>Unix milliseconds.</summary>
    public required ReadOnlySpan<long> SentAt { get; init; }

    /// <summary>Actor indices.</summary>
    public required ReadOnlySpan<int> Sender { get; init; }

    /// <summary>Actor indices; empty when no message of the run names its recipient.</summary>
    public required ReadOnlySpan<int> Recipient { get; init; }

    /// <summary>Bytes; −1 = unknown. Of calls, seconds.</summary>
    public required ReadOnlySpan<int> Size { get; init; }

    /// <summary>Whether all are calls, or all of unspecified kind.</summary>
    public bool AreCalls { get; init; }

    /// <summary>Conversation indices, −1 = none; empty when no message has one.</summary>
    public required ReadOnlySpan<int> Conversation { get; init; }

    /// <summary>The same for all.</summary>
    public required MessageTraits Traits { get; init; }

    /// <summary>The messages start … end − 1.</summary>
    public MessageRun Slice(int start, int end) => new()
    {
        SentAt = SentAt[start..end],
        Sender = Sender[start..end],
        Recipient = Recipient.IsEmpty ? Recipient : Recipient[start..end],
        Size = Size[start..end],
        Conversation = Conversation.IsEmpty ? Conversation : Conversation[start..end],
        AreCalls = AreCalls,
        Traits = Traits,
    };
}
