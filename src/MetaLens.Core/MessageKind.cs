namespace MetaLens;

/// <summary>What sort of act a record describes. Analyses say which kinds they count; by default the communicative ones.</summary>
public enum MessageKind : byte
{
    /// <summary>A message whose sort the source does not tell (a plain CSV, an e-mail).</summary>
    Unspecified,
    /// <summary>A text message.</summary>
    Text,
    /// <summary>A message with a picture.</summary>
    Photo,
    /// <summary>A message with a video.</summary>
    Video,
    /// <summary>A voice message.</summary>
    Voice,
    /// <summary>A message with any other file, sticker, contact, poll or location.</summary>
    File,
    /// <summary>A call, answered or not. Its size, where known, is not bytes on the wire and stays unknown.</summary>
    Call,
    /// <summary>A reaction to a message.</summary>
    Reaction,
    /// <summary>A delivery or read receipt.</summary>
    Receipt,
    /// <summary>Somebody joined, left, was added or removed, or a group was changed.</summary>
    Membership,
}
