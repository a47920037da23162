namespace MetaLens.Messages;

/// <summary>What is known of one record besides the columns, packed in a byte.</summary>
/// <param name="Bits">Bits 0–1: <see cref="RecipientBasis"/>; bit 2: sealed sender.</param>
public readonly record struct MessageTraits(byte Bits)
{
    const byte SealedBit = 4;

    /// <summary>Packs the traits of a record.</summary>
    public MessageTraits(RecipientBasis basis, bool sealedSender = false) : this((byte)((byte)basis | (sealedSender ? SealedBit : 0))) { }

    /// <summary>How the recipients are known.</summary>
    public RecipientBasis RecipientBasis => (RecipientBasis)(Bits & 3);

    /// <summary>Whether the source says the sender was hidden from the server for this message (Signal's sealed sender).</summary>
    public bool SealedSender => (Bits & SealedBit) != 0;
}
