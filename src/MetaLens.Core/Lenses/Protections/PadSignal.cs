namespace MetaLens.Lenses.Protections;

/// <summary>
/// Signal's own steps: a text of n bytes becomes ⌈(n + 2)/block⌉ · block − 1, an attachment max(541, ⌊1.05^⌈log₁.₀₅ n⌉⌋). What has no known sort counts as text. Source: Signal's
/// PushTransportDetails and PaddingInputStream (the block was 160 bytes and is 80 in newer clients).
/// </summary>
/// <param name="TextBlock">80 (today) or 160 (older clients).</param>
public sealed record PadSignal(int TextBlock = 80) : Padding
{
    const double AttachmentStep = 1.05;
    const int SmallestAttachment = 541;

    /// <summary>80 (today) or 160 (older clients).</summary>
    public int TextBlock { get; } = TextBlock is 80 or 160 ? TextBlock : throw new ArgumentOutOfRangeException(nameof(TextBlock), TextBlock, "TextBlock is 80 or 160 bytes.");

    internal override int Padded(int size, MessageKind kind) => (int)Math.Min(int.MaxValue,
        kind is MessageKind.Photo or MessageKind.Video or MessageKind.Voice or MessageKind.File ? Attachment(size) : ((long)size + 2 + TextBlock - 1) / TextBlock * TextBlock - 1);

    // The floor of a power can fall a byte short of a size that is itself a step; a padded message is never shorter than the message.
    static long Attachment(int size) =>
        Math.Max(size, Math.Max(SmallestAttachment, (long)Math.Floor(Math.Pow(AttachmentStep, Math.Ceiling(Math.Log(Math.Max(size, 1)) / Math.Log(AttachmentStep))))));
}
