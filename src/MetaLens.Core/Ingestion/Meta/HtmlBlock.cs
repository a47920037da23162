using System.Text;

namespace MetaLens.Ingestion.Meta;

/// <summary>An element of a page that is still open, and what is known of its finished children.</summary>
sealed class HtmlBlock(string tag)
{
    const int LongestName = 1024;

    readonly StringBuilder _text = new();

    public string Tag => tag;

    /// <summary>Child elements that carry text.</summary>
    public int Children { get; private set; }

    /// <summary>All text of the first such child; empty when too long for a name.</summary>
    public string FirstText { get; private set; } = "";

    /// <summary>All text of the last such child; empty when too long for a date.</summary>
    public string LastText { get; private set; } = "";

    /// <summary>Bytes of all text in it.</summary>
    public long Bytes { get; private set; }

    /// <summary>Files named in it.</summary>
    public List<(MessageKind Kind, string Uri)> Media { get; } = [];

    /// <summary>The text in it, as far as it may be a name or a date.</summary>
    public string Text => _text.Length <= LongestName ? _text.ToString().Trim() : "";

    public void AddText(string text)
    {
        Bytes += Encoding.UTF8.GetByteCount(text);
        if (_text.Length <= LongestName) _text.Append(text);
    }

    /// <summary>Takes a child that has ended and was no message.</summary>
    public void AddChild(HtmlBlock child)
    {
        foreach (var medium in child.Media)
            if (!Media.Contains(medium)) Media.Add(medium);
        if (child.Bytes == 0) return;
        Children++;
        LastText = child.Text;
        if (Children == 1) FirstText = LastText;
        Bytes += child.Bytes;
        if (_text.Length <= LongestName) _text.Append(' ').Append(child._text);
    }
}
