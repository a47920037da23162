namespace MetaLens.Ingestion;

/// <summary>Telephone numbers as keys of actors.</summary>
static class PhoneNumber
{
    const int Longest = 1024;

    /// <summary>A number without blanks, hyphens, dots and brackets; a name or an address is only trimmed. Country and area are not guessed.</summary>
    public static string Normalize(string number)
    {
        var text = number.Trim();
        if (text.Length > Longest) text = text[..Longest];
        return text.Any(char.IsAsciiDigit) && text.All(c => char.IsAsciiDigit(c) || c is '+' or '#' or '*' or ' ' or '\u00A0' or '-' or '.' or '(' or ')' or '/')
            ? string.Concat(text.Where(c => char.IsAsciiDigit(c) || c is '+' or '#' or '*'))
            : string.Concat(text.Where(c => !char.IsControl(c)));
    }
}
