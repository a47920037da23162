namespace MetaLens.Analyzers.Sizes;

/// <summary>What a size says a message is.</summary>
public enum SizeKind
{
    /// <summary>A short text, as long as most are.</summary>
    ShortText,
    /// <summary>A long text.</summary>
    LongText,
    /// <summary>A voice message, a small picture, a document.</summary>
    SmallFile,
    /// <summary>A photo.</summary>
    Photo,
    /// <summary>A video or another large file.</summary>
    LargeFile,
    /// <summary>A file that was sent before, byte for byte: a sticker, a GIF, something passed on.</summary>
    RepeatedFile,
    /// <summary>A receipt: small, always as large, right after a message arrived.</summary>
    Receipt,
    /// <summary>A reaction or a one-tap answer: small, always as large, after another's message.</summary>
    Reaction,
}
