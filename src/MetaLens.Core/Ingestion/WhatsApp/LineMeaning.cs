using System.Text;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>What the first line of a message says about its sort and size; the line itself is not kept.</summary>
/// <param name="IsSystem">WhatsApp's own notice, which nobody sent.</param>
/// <param name="Kind">The sort.</param>
/// <param name="TextBytes">UTF-8 bytes of text in this line; −1 = none to measure.</param>
/// <param name="AttachmentBytes">Bytes of the attachment; −1 = unknown, 0 = none.</param>
/// <param name="ByOwner">Written in a way that only the owner's own messages are.</param>
readonly record struct LineMeaning(bool IsSystem, MessageKind Kind, int TextBytes, long AttachmentBytes, bool ByOwner)
{
    const int LongestOmission = 40;

    /// <summary>Reads the text after the sender's name.</summary>
    /// <param name="text">The first line.</param>
    /// <param name="sizeOf">Bytes of a file beside the export; −1 = not there.</param>
    public static LineMeaning Of(ReadOnlySpan<char> text, Func<string, long> sizeOf)
    {
        // iOS marks everything it writes itself, so a text of one of the people never begins with the mark.
        var marked = !text.IsEmpty && text[0] == '\u200E';
        if (marked) text = text.TrimStart('\u200E');
        if (!marked && !MayBePhrase(text)) return new LineMeaning(false, MessageKind.Text, MeasureText(text), 0, false);
        if (text.IsEmpty) return new LineMeaning(false, MessageKind.Text, -1, 0, false);
        if (Phrases.IsDeleted(text)) return new LineMeaning(false, MessageKind.Text, -1, 0, Phrases.IsDeletedByOwner(text));
        if (Phrases.IsNotice(text)) return new LineMeaning(true, default, -1, 0, false);
        if (Phrases.IsCall(text, marked)) return new LineMeaning(false, MessageKind.Call, -1, 0, false);
        if (text[0] == '<' && text[^1] == '>' && InBrackets(text[1..^1], sizeOf) is { } media) return media;
        if (Phrases.EndOfAttachedName(text) is > 0 and var end) return Attached(text[..end].Trim(), sizeOf);
        if (text.StartsWith("POLL:", StringComparison.Ordinal) || text.StartsWith("Location: http", StringComparison.Ordinal) || text.StartsWith("location: http", StringComparison.Ordinal))
            return new LineMeaning(false, MessageKind.File, MeasureText(text), 0, false);
        if (!marked) return Phrases.IsOmitted(text) ? Omitted(text) : new LineMeaning(false, MessageKind.Text, MeasureText(text), 0, false);
        return text.Length <= LongestOmission ? Omitted(text) : new LineMeaning(true, default, -1, 0, false);
    }

    /// <summary>UTF-8 bytes of a line of text, without the mark of an edit.</summary>
    public static int MeasureText(ReadOnlySpan<char> line)
    {
        if (!line.IsEmpty && line[^1] == '>')
        {
            var edit = line.LastIndexOf("\u200E<");
            if (edit < 0 && line.EndsWith("<This message was edited>", StringComparison.Ordinal)) edit = line.Length - "<This message was edited>".Length;
            if (edit >= 0) line = line[..edit].TrimEnd(' ');
        }
        return Encoding.UTF8.GetByteCount(line);
    }

    // The letters that the phrases begin or end with; most lines go no further.
    static bool MayBePhrase(ReadOnlySpan<char> text) =>
        text.IsEmpty || text[^1] is '>' or ')' || "<MVTYDSEQCHJPLl".Contains(text[0], StringComparison.Ordinal) || text.EndsWith("omitted", StringComparison.Ordinal);

    // <attached: 00000012-PHOTO.jpg> in any language, or <Media omitted> in any language.
    static LineMeaning? InBrackets(ReadOnlySpan<char> text, Func<string, long> sizeOf)
    {
        var colon = text.IndexOf(": ");
        if (colon > 0 && text[colon..].Contains('.')) return Attached(text[(colon + 2)..].Trim(), sizeOf);
        if (text.Length is < 6 or > LongestOmission) return null;
        foreach (var c in text)
            if (!char.IsLetter(c) && c is not (' ' or '-' or '\u00A0' or '\u200E' or '\'' or '’')) return null;
        return Omitted(text.TrimStart('\u200E'));
    }

    static LineMeaning Attached(ReadOnlySpan<char> name, Func<string, long> sizeOf)
    {
        var plain = name.Trim('\u200E').ToString();
        return new LineMeaning(false, MediaKind.OfName(plain.AsSpan()), -1, sizeOf(plain), false);
    }

    static LineMeaning Omitted(ReadOnlySpan<char> text) => new(false, Phrases.OmittedKind(text), -1, -1, false);
}
