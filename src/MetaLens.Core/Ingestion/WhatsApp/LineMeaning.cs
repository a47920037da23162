using System.Globalization;
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
        if (text.IsEmpty) return new LineMeaning(false, MessageKind.Text, -1, 0, false);
        if (Phrases.WholeLine(text, out var byOwner) is { } whole) return OfWholeLine(whole, byOwner);
        if (Phrases.IsNotice(text)) return new LineMeaning(true, default, -1, 0, false);
        if (marked && Phrases.IsMarkedCall(text)) return new LineMeaning(false, MessageKind.Call, -1, 0, false);
        // A document's name and pages stand before what says that it was attached or left out.
        if (text.LastIndexOf('\u200E') is > 0 and var tail && OfDocument(text[(tail + 1)..], sizeOf) is { } document) return document;
        if (text[0] == '<' && text[^1] == '>' && InBrackets(text[1..^1], sizeOf) is { } media) return media;
        if (Phrases.EndOfAttachedName(text) is > 0 and var end) return Attached(text[..end].Trim(), sizeOf);
        if (text.StartsWith("POLL:", StringComparison.Ordinal) || text.StartsWith("Location: http", StringComparison.Ordinal) || text.StartsWith("location: http", StringComparison.Ordinal))
            return new LineMeaning(false, MessageKind.File, MeasureText(text), 0, false);
        if (!marked) return new LineMeaning(false, MessageKind.Text, MeasureText(text), 0, false);
        return text.Length <= LongestOmission ? Omitted(MessageKind.File) : new LineMeaning(true, default, -1, 0, false);
    }

    /// <summary>UTF-8 bytes of a line of text, without WhatsApp's mark before it and that of an edit behind it.</summary>
    public static int MeasureText(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('\u200E');
        if (Phrases.StartOfEdit(line) is >= 0 and var edit) line = line[..edit].TrimEnd(' ');
        return Encoding.UTF8.GetByteCount(line);
    }

    static LineMeaning OfWholeLine(MessageKind kind, bool byOwner) => kind switch
    {
        MessageKind.Unspecified => new(false, MessageKind.Text, -1, 0, byOwner),
        MessageKind.Call => new(false, MessageKind.Call, -1, 0, false),
        _ => Omitted(kind),
    };

    static LineMeaning? OfDocument(ReadOnlySpan<char> text, Func<string, long> sizeOf) =>
        Phrases.WholeLine(text, out _) is { } kind and not (MessageKind.Unspecified or MessageKind.Call) ? Omitted(kind)
        // Without a file's name it is the mark of an edit.
        : text is ['<', .., '>'] && text.Contains(": ", StringComparison.Ordinal) ? InBrackets(text[1..^1], sizeOf)
        : null;

    // <attached: 00000012-PHOTO.jpg> in any language, or <Media omitted> in any language.
    static LineMeaning? InBrackets(ReadOnlySpan<char> text, Func<string, long> sizeOf)
    {
        var colon = text.IndexOf(": ");
        if (colon > 0 && text[colon..].Contains('.')) return Attached(text[(colon + 2)..].Trim(), sizeOf);
        text = text.Trim().TrimStart('\u200E');
        if (text.Length is < 5 or > LongestOmission) return null;
        // <html> is what people write; two words, or one of another script, are WhatsApp's.
        var isTag = true;
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && !IsMarkOfLetter(c) && c is not (' ' or '-' or '/' or '\u00A0' or '\'' or '’' or '‘' or 'ʻ')) return null;
            isTag &= char.IsAscii(c) && c != ' ';
        }
        return isTag ? null : Omitted(Phrases.WholeLine(text, out _) is { } kind and not (MessageKind.Unspecified or MessageKind.Call) ? kind : MessageKind.File);
    }

    // Vowel signs and joiners of the scripts of Asia are no letters by themselves.
    static bool IsMarkOfLetter(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c is '\u200C' or '\u200D';

    static LineMeaning Attached(ReadOnlySpan<char> name, Func<string, long> sizeOf)
    {
        var plain = name.Trim('\u200E').ToString();
        return new LineMeaning(false, MediaKind.OfName(plain.AsSpan()), -1, sizeOf(plain), false);
    }

    static LineMeaning Omitted(MessageKind kind) => new(false, kind, -1, -1, false);
}
