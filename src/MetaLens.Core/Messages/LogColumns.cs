namespace MetaLens.Messages;

/// <summary>The arrays behind a <see cref="MessageLog"/>, shared without copying by views of it.</summary>
sealed record LogColumns(
    int[] Sender, int[] RecipientOffset, int[] Recipient, long[] SentAt, int[] Size, int[] Conversation, MessageKind[] Kind, MessageTraits[] Traits);
