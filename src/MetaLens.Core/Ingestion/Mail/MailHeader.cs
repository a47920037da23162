using System.Text;

namespace MetaLens.Ingestion.Mail;

/// <summary>The header of one message as far as metadata needs it, gathered line by line; folded lines are joined.</summary>
sealed class MailHeader
{
    const int LongestField = 1 << 20;

    static readonly string[] Kept =
    [
        "From", "Sender", "To", "Cc", "Bcc", "Date", "Message-ID", "In-Reply-To", "References", "Content-Type", "Content-Length", "Received", "Delivered-To", "X-Original-To", "X-GM-THRID", "X-Gmail-Labels",
    ];

    readonly Dictionary<string, StringBuilder> _fields = new(StringComparer.OrdinalIgnoreCase);
    StringBuilder? _open;

    /// <summary>Fields seen, kept or not.</summary>
    public int FieldCount { get; private set; }

    /// <summary>Whether a line could stand in a header: a name and a colon, or the continuation of one.</summary>
    public static bool IsField(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        return colon > 0 && line[..colon].TrimEnd((byte)' ').IndexOfAnyExceptInRange((byte)33, (byte)126) < 0;
    }

    /// <summary>Takes one line of the header.</summary>
    public void Take(ReadOnlySpan<byte> line)
    {
        if (line is [(byte)' ' or (byte)'\t', ..])
        {
            if (_open is { Length: < LongestField }) _open.Append(' ').Append(Decode(line.Trim(" \t"u8)));
            return;
        }
        _open = null;
        if (!IsField(line)) return;
        FieldCount++;
        var colon = line.IndexOf((byte)':');
        var name = Encoding.ASCII.GetString(line[..colon].TrimEnd((byte)' '));
        if (!Kept.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
        var value = Decode(line[(colon + 1)..].Trim(" \t"u8));
        if (!_fields.TryGetValue(name, out _open)) _fields[name] = _open = new StringBuilder(value);
        // A field may come twice: more addresses go on the list; of the rest the first counts (the last hop's Received stands first).
        else if (name.ToUpperInvariant() is "TO" or "CC" or "BCC") _open.Append(", ").Append(value);
        else _open = null;
    }

    /// <summary>A field's text, unfolded; empty when it is not there.</summary>
    public string this[string name] => _fields.TryGetValue(name, out var value) ? value.ToString() : "";

    /// <summary>Forgets everything, for the next message.</summary>
    public void Clear()
    {
        _fields.Clear();
        _open = null;
        FieldCount = 0;
    }

    // Headers are ASCII; where they are not, they are UTF-8 or some old 8-bit set.
    static string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
}
