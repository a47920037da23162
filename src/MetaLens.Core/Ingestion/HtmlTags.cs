using System.Net;
using System.Text;

namespace MetaLens.Ingestion;

/// <summary>Walks a page tag by tag, whether or not it is well-formed: each step is a start tag, an end tag, or the text between.</summary>
ref struct HtmlTags(ReadOnlySpan<char> page)
{
    ReadOnlySpan<char> _rest = page;
    ReadOnlySpan<char> _attributes;

    /// <summary>Name of the tag, with a slash before it for an end tag; empty for text.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The text between tags, as written.</summary>
    public ReadOnlySpan<char> RawText { get; private set; }

    /// <summary>The text with its entities resolved.</summary>
    public readonly string Text => WebUtility.HtmlDecode(RawText.ToString());

    /// <summary>The page ended inside a tag.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Goes on; false at the end.</summary>
    public bool Read()
    {
        Name = RawText = _attributes = default;
        if (_rest.IsEmpty) return false;
        if (_rest[0] != '<')
        {
            var end = _rest.IndexOf('<');
            RawText = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[end..];
            return true;
        }
        var close = _rest.IndexOf('>');
        IsCut = close < 0;
        if (IsCut) { _rest = default; return false; }
        var tag = _rest[1..close];
        _rest = _rest[(close + 1)..];
        var blank = tag.IndexOfAny(' ', '\n', '\t');
        Name = (blank < 0 ? tag : tag[..blank]).TrimEnd('/');
        _attributes = blank < 0 ? default : tag[blank..];
        return true;
    }

    /// <summary>UTF-8 bytes of the text, entities resolved.</summary>
    public readonly int TextBytes => RawText.Contains('&') ? Encoding.UTF8.GetByteCount(Text) : Encoding.UTF8.GetByteCount(RawText);

    /// <summary>The value of an attribute, entities resolved; empty when it is not there.</summary>
    public readonly string Attribute(string name) => WebUtility.HtmlDecode(RawAttribute(name).ToString());

    /// <summary>Whether the class attribute names a class.</summary>
    public readonly bool HasClass(string name)
    {
        var classes = RawAttribute("class");
        foreach (var range in classes.Split(' '))
            if (classes[range].SequenceEqual(name)) return true;
        return false;
    }

    readonly ReadOnlySpan<char> RawAttribute(string name)
    {
        var rest = _attributes;
        while (rest.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            var after = rest[(at + name.Length)..];
            var isWhole = at > 0 && char.IsWhiteSpace(rest[at - 1]);
            rest = after;
            after = after.TrimStart();
            if (!isWhole || after.IsEmpty || after[0] != '=') continue;
            after = after[1..].TrimStart();
            if (after.IsEmpty) return default;
            var quote = after[0] is '"' or '\'' ? after[0] : ' ';
            if (quote != ' ') after = after[1..];
            var end = after.IndexOf(quote);
            return end < 0 ? after : after[..end];
        }
        return default;
    }
}
