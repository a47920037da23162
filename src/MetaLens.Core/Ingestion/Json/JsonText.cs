using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace MetaLens.Ingestion.Json;

/// <summary>Text of JSON strings: escapes resolved without trusting them, names made fit to be shown.</summary>
static class JsonText
{
    const int MaxNameLength = 1024;

    /// <summary>Resolves escapes; a half of a surrogate pair that stands alone becomes U+FFFD. The result is never longer than the raw text.</summary>
    /// <returns>Bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var slash = raw.IndexOf((byte)'\\');
            var plain = slash < 0 ? raw : raw[..slash];
            plain.CopyTo(text[written..]);
            written += plain.Length;
            if (slash < 0 || slash + 1 >= raw.Length) return written;
            var kind = raw[slash + 1];
            raw = raw[(slash + 2)..];
            if (kind != 'u')
            {
                text[written++] = kind switch { (byte)'n' => (byte)'\n', (byte)'t' => (byte)'\t', (byte)'r' => (byte)'\r', (byte)'b' => (byte)'\b', (byte)'f' => (byte)'\f', _ => kind };
                continue;
            }
            written += CodePoint(ref raw).EncodeToUtf8(text[written..]);
        }
    }

    /// <summary>A name as a string: escapes resolved, control characters dropped, cut at 1,024 characters, blanks around it trimmed.</summary>
    public static string ToName(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!escaped) return ToName(raw);
        var buffer = ArrayPool<byte>.Shared.Rent(raw.Length);
        var name = ToName(buffer.AsSpan(0, Unescape(raw, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return name;
    }

    /// <summary>A name of UTF-8 bytes as a string, made fit to be shown.</summary>
    public static string ToName(ReadOnlySpan<byte> utf8)
    {
        var name = Encoding.UTF8.GetString(utf8).Trim();
        if (name.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0 || name.Contains('\x7F', StringComparison.Ordinal)) name = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return name.Length > MaxNameLength ? name[..MaxNameLength] : name;
    }

    static Rune CodePoint(ref ReadOnlySpan<byte> raw)
    {
        var first = Hex(ref raw);
        if (Rune.TryCreate(first, out var rune)) return rune;
        if (char.IsHighSurrogate(first) && raw is [(byte)'\\', (byte)'u', ..])
        {
            var rest = raw[2..];
            if (Rune.TryCreate(first, Hex(ref rest), out rune))
            {
                raw = rest;
                return rune;
            }
        }
        return Rune.ReplacementChar;
    }

    static char Hex(ref ReadOnlySpan<byte> raw)
    {
        var digits = raw[..Math.Min(4, raw.Length)];
        raw = raw[digits.Length..];
        return Utf8Parser.TryParse(digits, out ushort unit, out var used, 'x') && used == 4 ? (char)unit : '\uFFFD';
    }
}
