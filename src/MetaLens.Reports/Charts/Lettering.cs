using System.Globalization;

namespace MetaLens.Reports.Charts;

/// <summary>How wide letters are, near enough: SVG cannot measure text before it is drawn.</summary>
static class Lettering
{
    /// <summary>Width in pixels of a text in the system's sans serif; generous, so that what fits here fits on the page.</summary>
    public static double Width(string text, double size = 13)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += rune.Value switch
            {
                'i' or 'l' or 'j' or '.' or ',' or ':' or '\'' or '|' or ' ' or '·' => 0.36,
                'm' or 'w' or 'M' or 'W' or '—' => 0.98,
                >= 'A' and <= 'Z' => 0.72,
                < 0x1100 => 0.63,
                _ => 1.05,
            };
        return width * size;
    }

    /// <summary>The text, cut at a whole character with "…" where it is wider than the room.</summary>
    public static string Fit(string text, double room, double size = 13)
    {
        if (text.Length < 400 && Width(text, size) <= room) return text;
        var kept = 0;
        var width = Width("…", size);
        for (var characters = StringInfo.GetTextElementEnumerator(text); characters.MoveNext();)
        {
            var character = characters.GetTextElement();
            width += Math.Min(Width(character, size), size * 2);
            if (width > room) break;
            kept += character.Length;
        }
        return text[..kept].TrimEnd() + "…";
    }
}
