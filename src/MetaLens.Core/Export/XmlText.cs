using System.Xml;

namespace MetaLens.Export;

/// <summary>How every XML of MetaLens is written.</summary>
static class XmlText
{
    public static XmlWriterSettings Settings { get; } = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false), CloseOutput = false };

    /// <summary>A name with what XML cannot hold (control characters, lone surrogates) replaced by U+FFFD.</summary>
    public static string Clean(string name)
    {
        if (name.All(c => XmlConvert.IsXmlChar(c))) return name;
        var clean = new System.Text.StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            clean.Append(rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return clean.ToString();
    }
}
