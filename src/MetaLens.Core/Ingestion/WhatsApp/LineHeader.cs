namespace MetaLens.Ingestion.WhatsApp;

/// <summary>The date and time at the beginning of a message's first line.</summary>
readonly record struct LineHeader(HeaderShape Shape, int First, int FirstDigits, int Second, int Third, int Hour, int Minute, int Seconds, bool UpperCaseHalf, int Length)
{
    /// <summary>Reads <c>[date, time] </c>, <c>date, time - </c> or <c>date, time: </c> with any of the separators, half-days and invisible marks that exports have.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out LineHeader header)
    {
        header = default;
        var at = 0;
        SkipMarks(line, ref at);
        var bracket = at < line.Length && line[at] == '[';
        if (bracket) at++;
        if (!Number(line, ref at, 4, out var first, out var firstDigits) || !Separator(line, ref at, out var separator)) return false;
        if (!Number(line, ref at, 2, out var second, out _) || !Separator(line, ref at, out var again) || again != separator) return false;
        if (!Number(line, ref at, 4, out var third, out var thirdDigits) || (firstDigits != 4 && thirdDigits is 1 or 3)) return false;
        if (at < line.Length && line[at] is ',' or '.') at++;
        if (!SkipBlanks(line, ref at)) return false;
        if (!Number(line, ref at, 2, out var hour, out _) || at >= line.Length || line[at] is not (':' or '.')) return false;
        var timeSeparator = line[at++];
        if (!Number(line, ref at, 2, out var minute, out var digits) || digits != 2) return false;
        var seconds = 0;
        var hasSeconds = at + 2 < line.Length && line[at] == timeSeparator && char.IsAsciiDigit(line[at + 1]);
        if (hasSeconds)
        {
            at++;
            if (!Number(line, ref at, 2, out seconds, out digits) || digits != 2) return false;
        }
        HalfOfDay(line, ref at, ref hour, out var upperCase);
        if (!End(line, ref at, bracket) || hour > 23 || minute > 59 || seconds > 59) return false;
        header = new LineHeader(new HeaderShape(bracket, separator, firstDigits == 4, timeSeparator, hasSeconds), first, firstDigits, second, third, hour, minute, seconds, upperCase, at);
        return true;
    }

    /// <summary>Characters that direct writing or join words, and that nobody sees.</summary>
    public static bool IsMark(char c) => c is '\u200E' or '\u200F' or '\u200B' or '\u00AD' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static bool IsBlank(char c) => c is ' ' or '\u202F' or '\u00A0' or '\u2009';

    // "]" or " - " or ": ".
    static bool End(ReadOnlySpan<char> line, ref int at, bool bracket)
    {
        if (bracket)
        {
            if (at >= line.Length || line[at] != ']') return false;
            at++;
            SkipBlanks(line, ref at);
            return true;
        }
        if (at + 1 < line.Length && line[at] == ':' && IsBlank(line[at + 1]))
        {
            at += 2;
            return true;
        }
        SkipBlanks(line, ref at);
        if (at + 1 >= line.Length || line[at] is not ('-' or '–') || !IsBlank(line[at + 1])) return false;
        at += 2;
        return true;
    }

    // "PM", "p.m.", "p. m." after any blank. Some phones write 00:08 a. m.
    static void HalfOfDay(ReadOnlySpan<char> line, ref int at, ref int hour, out bool upperCase)
    {
        upperCase = false;
        var ahead = at;
        SkipBlanks(line, ref ahead);
        if (ahead >= line.Length || char.ToLowerInvariant(line[ahead]) is not ('a' or 'p')) return;
        var half = line[ahead++];
        if (ahead < line.Length && line[ahead] == '.') ahead++;
        SkipBlanks(line, ref ahead);
        if (ahead >= line.Length || char.ToLowerInvariant(line[ahead]) != 'm') return;
        ahead++;
        if (ahead < line.Length && line[ahead] == '.') ahead++;
        at = ahead;
        upperCase = half is 'A' or 'P';
        if (hour <= 12) hour = (hour % 12) + (half is 'p' or 'P' ? 12 : 0);
    }

    static bool Number(ReadOnlySpan<char> line, ref int at, int most, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (at < line.Length && digits < most && char.IsAsciiDigit(line[at]))
        {
            number = (number * 10) + line[at++] - '0';
            digits++;
        }
        return digits > 0;
    }

    static bool Separator(ReadOnlySpan<char> line, ref int at, out char separator)
    {
        separator = at < line.Length ? line[at] : '\0';
        if (separator is not ('-' or '/' or '.')) return false;
        at++;
        SkipBlanks(line, ref at);
        return true;
    }

    static bool SkipBlanks(ReadOnlySpan<char> line, ref int at)
    {
        var start = at;
        while (at < line.Length && (IsBlank(line[at]) || IsMark(line[at]))) at++;
        return at > start;
    }

    static void SkipMarks(ReadOnlySpan<char> line, ref int at)
    {
        while (at < line.Length && IsMark(line[at])) at++;
    }
}
