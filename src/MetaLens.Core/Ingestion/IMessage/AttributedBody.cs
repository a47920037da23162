using System.Buffers.Binary;

namespace MetaLens.Ingestion.IMessage;

/// <summary>Measures the text inside an <c>attributedBody</c>, which since macOS 13 and iOS 16 stands in for the text column.</summary>
public static class AttributedBody
{
    /// <summary>
    /// UTF-8 bytes of the text without its placeholders for attachments (U+FFFC); −1 when there is no text. The text follows the class name NSString after the bytes
    /// 01 2B, with its length in one byte, or after 81 in two and after 82 in four, little-endian.
    /// </summary>
    /// <param name="blob">The column's value.</param>
    /// <param name="attachments">Placeholders found.</param>
    public static int MeasureText(ReadOnlySpan<byte> blob, out int attachments)
    {
        attachments = 0;
        var at = blob.IndexOf("NSString"u8);
        if (at < 0) return -1;
        blob = blob[(at + "NSString"u8.Length)..];
        var plus = blob.IndexOf([(byte)0x01, (byte)0x2B]);
        if (plus < 0 || plus + 2 >= blob.Length) return -1;
        blob = blob[(plus + 2)..];
        var (length, width) = blob[0] switch
        {
            0x81 when blob.Length >= 3 => (BinaryPrimitives.ReadUInt16LittleEndian(blob[1..]), 3),
            0x82 when blob.Length >= 5 => (BinaryPrimitives.ReadUInt32LittleEndian(blob[1..]), 5),
            < 0x80 and var small => (small, 1),
            _ => (uint.MaxValue, 0),
        };
        if (width == 0) return -1;
        var text = blob[width..];
        // A length that leads out of the blob: what follows the text begins with 86 84.
        if (length <= text.Length) text = text[..(int)length];
        else if (text.IndexOf([(byte)0x86, (byte)0x84]) is >= 0 and var end) text = text[..end];
        else return -1;
        if (text.IsEmpty) return -1;
        attachments = text.Count("\uFFFC"u8);
        return text.Length - (attachments * "\uFFFC"u8.Length);
    }
}
