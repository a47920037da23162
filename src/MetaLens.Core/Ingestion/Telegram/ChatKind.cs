namespace MetaLens.Ingestion.Telegram;

/// <summary>What a chat tells about who receives.</summary>
enum ChatKind
{
    /// <summary>Between the owner and one other account.</summary>
    Direct,
    /// <summary>The owner's notes to themself.</summary>
    Saved,
    /// <summary>A group: those who spoke or were named.</summary>
    Group,
    /// <summary>A channel: nobody knows who reads it.</summary>
    Channel,
}
