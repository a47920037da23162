namespace MetaLens.Messages;

/// <summary>The arrays behind a <see cref="MessageLog"/>, shared without copying by views of it.</summary>
sealed record LogColumns(
    int[] Sender, int[] RecipientOffset, int[] Recipient, long[] SentAt, int[] Size, int[] Conversation, MessageKind[] Kind, MessageTraits[] Traits)
{
    /// <summary>Seconds of each call, −1 where unknown or no call; null = no message of the log has a known call length.</summary>
    public int[]? CallSeconds { get; init; }
}
