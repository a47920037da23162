using System.Text;
using System.Text.Unicode;

namespace MetaLens.Ingestion.Meta;

/// <summary>Meta's exports write the UTF-8 bytes of every text as if each were a Latin-1 character; this puts them back together.</summary>
static class MetaText
{
    /// <summary>
    /// The text as it was meant: if all its characters are below U+0100 and, taken as bytes, are UTF-8, then those bytes; otherwise the text as it stands.
    /// </summary>
    /// <param name="utf8">The text as the file has it.</param>
    /// <param name="scratch">Takes the repaired bytes; grown as needed.</param>
    public static ReadOnlySpan<byte> Repair(ReadOnlySpan<byte> utf8, ref byte[] scratch)
    {
        if (Ascii.IsValid(utf8)) return utf8;
        if (scratch.Length < utf8.Length) scratch = new byte[utf8.Length * 2];
        var written = 0;
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            if (b < 0x80) scratch[written++] = b;
            else if (b is 0xC2 or 0xC3 && i + 1 < utf8.Length) scratch[written++] = (byte)(((b & 3) << 6) | (utf8[++i] & 0x3F));
            else return utf8;
        }
        return Utf8.IsValid(scratch.AsSpan(0, written)) ? scratch.AsSpan(0, written) : utf8;
    }
}
