namespace MetaLens.Messages;

/// <summary>The arrays behind a <see cref="MessageLog"/>, shared without copying by views of it.</summary>
sealed record LogColumns
{
    // Shared with copies, so that it is made once. What says nothing takes no memory until somebody looks.
    readonly Lazy<int[]> _recipientOffset, _conversation;

    /// <summary>Takes the columns.</summary>
    /// <param name="sender">As in <see cref="MessageLog"/>, as all others.</param>
    /// <param name="recipientOffset">Null = one recipient each.</param>
    /// <param name="recipient">The recipients.</param>
    /// <param name="sentAt">The times.</param>
    /// <param name="size">The sizes.</param>
    /// <param name="conversation">Null = none known.</param>
    /// <param name="kind">The kinds.</param>
    /// <param name="traits">What else is known.</param>
    public LogColumns(int[] sender, int[]? recipientOffset, int[] recipient, long[] sentAt, int[] size, int[]? conversation, MessageKind[] kind, MessageTraits[] traits)
    {
        (Sender, Recipient, SentAt, Size, Kind, Traits) = (sender, recipient, sentAt, size, kind, traits);
        HasOneRecipientEach = recipientOffset is null;
        _recipientOffset = recipientOffset is null ? new(() => ColumnOrder.Identity(sentAt.Length + 1)) : new(recipientOffset);
        _conversation = conversation is null ? new(() => ColumnOrder.Constant(-1, sentAt.Length)) : new(conversation);
    }

    public int[] Sender { get; init; }

    /// <summary>Whether every message is surely known to have one recipient; false where it may have.</summary>
    public bool HasOneRecipientEach { get; private init; }

    public int[] RecipientOffset
    {
        get => _recipientOffset.Value;
        init => (_recipientOffset, HasOneRecipientEach) = (new(value), false);
    }

    public int[] Recipient { get; init; }

    public long[] SentAt { get; init; }

    public int[] Size { get; init; }

    public int[] Conversation
    {
        get => _conversation.Value;
        init => _conversation = new(value);
    }

    public MessageKind[] Kind { get; init; }

    public MessageTraits[] Traits { get; init; }

    /// <summary>Seconds of each call, −1 where unknown or no call; null = no message of the log has a known call length.</summary>
    public int[]? CallSeconds { get; init; }
}
