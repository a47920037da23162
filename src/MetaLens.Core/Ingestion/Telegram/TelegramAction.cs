namespace MetaLens.Ingestion.Telegram;

/// <summary>What a service entry records.</summary>
enum TelegramAction
{
    /// <summary>Something that nobody sends (a pinned message, a theme).</summary>
    Other,
    /// <summary>A call.</summary>
    Call,
    /// <summary>People joining or leaving, or the group changing.</summary>
    Membership,
}
