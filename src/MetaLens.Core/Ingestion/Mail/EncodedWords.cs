using System.Globalization;
using System.Text;

namespace MetaLens.Ingestion.Mail;

/// <summary>Words of a header in other alphabets, <c>=?charset?B|Q?…?=</c> (RFC 2047).</summary>
static class EncodedWords
{
    /// <summary>Decodes them; a word that cannot be decoded stays as it is. White space between two encoded words is not part of the text.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("=?", StringComparison.Ordinal)) return text;
        var decoded = new StringBuilder();
        var at = 0;
        var afterWord = false;
        while (at < text.Length)
        {
            var start = text.IndexOf("=?", at, StringComparison.Ordinal);
            var gap = start < 0 ? text[at..] : text[at..start];
            if (!(afterWord && start >= 0 && string.IsNullOrWhiteSpace(gap))) decoded.Append(gap);
            if (start < 0) break;
            afterWord = TryWord(text.AsSpan(start), out var word, out var length);
            decoded.Append(afterWord ? word : "=?");
            at = start + (afterWord ? length : 2);
        }
        return decoded.ToString();
    }

    static bool TryWord(ReadOnlySpan<char> text, out string word, out int length)
    {
        (word, length) = ("", 0);
        var charsetEnd = text[2..].IndexOf('?') + 2;
        if (charsetEnd < 3 || charsetEnd + 3 >= text.Length || text[charsetEnd + 2] != '?') return false;
        var bodyStart = charsetEnd + 3;
        var bodyEnd = text[bodyStart..].IndexOf("?=", StringComparison.Ordinal);
        if (bodyEnd < 0) return false;
        length = bodyStart + bodyEnd + 2;
        try
        {
            var charset = text[2..charsetEnd].ToString().Split('*')[0];
            var bytes = char.ToUpperInvariant(text[charsetEnd + 1]) switch
            {
                'B' => Convert.FromBase64String(text.Slice(bodyStart, bodyEnd).ToString()),
                'Q' => FromQuoted(text.Slice(bodyStart, bodyEnd)),
                _ => null,
            };
            if (bytes is null) return false;
            word = Encoding.GetEncoding(charset).GetString(bytes);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }

    static byte[] FromQuoted(ReadOnlySpan<char> text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else bytes.Add(text[i] == '_' ? (byte)' ' : (byte)text[i]);
        }
        return [.. bytes];
    }
}
