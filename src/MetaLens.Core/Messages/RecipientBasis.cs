namespace MetaLens.Messages;

/// <summary>How a record's recipients are known. Most exports name the sender only and leave the rest to reconstruct.</summary>
public enum RecipientBasis : byte
{
    /// <summary>The record itself names them.</summary>
    Exact,
    /// <summary>The members of the conversation when it was exported, less the sender.</summary>
    Snapshot,
    /// <summary>Everybody who spoke in the conversation, less the sender; silent members are missing.</summary>
    SpeakersOnly,
    /// <summary>Nobody knows; the recipient list is empty.</summary>
    Unknown,
}
