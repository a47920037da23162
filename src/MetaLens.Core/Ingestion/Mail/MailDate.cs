using System.Globalization;
using NodaTime;

namespace MetaLens.Ingestion.Mail;

/// <summary>Dates of mail in all their historic forms: <c>Fri, 23 Aug 2002 2:32:53 -0400 (EDT)</c>, <c>20 Sep 95 00:19 EST</c>, and the <c>Mon Jan  2 15:04:05 2006</c> of mbox lines.</summary>
static class MailDate
{
    static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Of the military letters only Z can be trusted (RFC 5322, 4.3).
    static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["Z"] = 0,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    };

    /// <summary>Reads a date as Unix milliseconds; one without a zone is taken as UTC. False when it is none.</summary>
    public static bool TryRead(string text, out long milliseconds)
    {
        milliseconds = 0;
        int day = 0, month = 0, year = -1, offset = 0;
        LocalTime? time = null;
        foreach (var token in WithoutComments(text).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.Contains(':', StringComparison.Ordinal)) { if (time is null && !TryTime(token, out time)) return false; }
            else if (token[0] is '+' or '-' && time is not null) { if (!TryOffset(token, out offset)) return false; }
            else if (char.IsAsciiDigit(token[0]))
            {
                if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
                if (day == 0 && token.Length <= 2) day = number;
                else if (year < 0) year = token.Length == 2 ? number + (number < 50 ? 2000 : 1900) : token.Length == 3 ? number + 1900 : number;
            }
            else if (Zones.TryGetValue(token, out var hours)) offset = hours * 3600;
            else if (token.Length >= 3 && Array.FindIndex(Months, m => token.StartsWith(m, StringComparison.OrdinalIgnoreCase)) is >= 0 and var found && month == 0) month = found + 1;
        }
        if (time is not { } at || year is < 1970 or > 2199 || month == 0 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        milliseconds = (new LocalDate(year, month, day) + at).InUtc().ToInstant().ToUnixTimeMilliseconds() - (offset * 1000L);
        return true;
    }

    static bool TryTime(string token, out LocalTime? time)
    {
        time = null;
        var parts = token.Split(':');
        if (parts.Length is < 2 or > 3) return false;
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return false;
        if (numbers[0] > 23 || numbers[1] > 59 || numbers[2] > 60) return false;
        time = new LocalTime(numbers[0], numbers[1], Math.Min(59, numbers[2]));
        return true;
    }

    static bool TryOffset(string token, out int seconds)
    {
        seconds = 0;
        var digits = token[1..].Replace(":", "", StringComparison.Ordinal);
        if (digits.Length != 4 || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var hhmm) || hhmm > 1800) return false;
        seconds = ((hhmm / 100 * 60) + (hhmm % 100)) * 60 * (token[0] == '-' ? -1 : 1);
        return true;
    }

    static string WithoutComments(string text)
    {
        var depth = 0;
        return text.Contains('(', StringComparison.Ordinal)
            ? string.Concat(text.Where(c => c switch { '(' => ++depth < 0, ')' => depth > 0 && --depth < 0, _ => depth == 0 }))
            : text;
    }
}
