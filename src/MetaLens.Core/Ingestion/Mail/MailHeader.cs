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

    readonly string?[] _values = new string?[Kept.Length];
    readonly StringBuilder _unfolded = new();
    int _open = -1;

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
            if (_open < 0 || _unfolded.Length >= LongestField) return;
            if (_unfolded.Length == 0) _unfolded.Append(_values[_open]);
            _unfolded.Append(' ').Append(Decode(line.Trim(" \t"u8)));
            return;
        }
        Close();
        if (!IsField(line)) return;
        FieldCount++;
        var colon = line.IndexOf((byte)':');
        var field = IndexOf(line[..colon].TrimEnd((byte)' '));
        // A field may come twice: more addresses go on the list; of the rest the first counts (the last hop's Received stands first).
        if (field < 0 || (_values[field] is not null && Kept[field] is not ("To" or "Cc" or "Bcc"))) return;
        var value = Decode(line[(colon + 1)..].Trim(" \t"u8));
        _values[field] = _values[field] is { } before ? $"{before}, {value}" : value;
        _open = field;
    }

    /// <summary>A field's text, unfolded; empty when it is not there.</summary>
    public string this[string name]
    {
        get
        {
            Close();
            return _values[Array.IndexOf(Kept, name)] ?? "";
        }
    }

    /// <summary>Forgets everything, for the next message.</summary>
    public void Clear()
    {
        Close();
        Array.Clear(_values);
        FieldCount = 0;
    }

    void Close()
    {
        if (_unfolded.Length > 0) _values[_open] = _unfolded.ToString();
        _unfolded.Clear();
        _open = -1;
    }

    static int IndexOf(ReadOnlySpan<byte> field)
    {
        for (var i = 0; i < Kept.Length; i++)
            if (Kept[i].Length == field.Length && Ascii.EqualsIgnoreCase(field, Kept[i])) return i;
        return -1;
    }

    // Headers are ASCII; where they are not, they are UTF-8 or some old 8-bit set.
    static string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
}
