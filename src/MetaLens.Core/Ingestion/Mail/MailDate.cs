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
        var plain = WithoutComments(text).AsSpan();
        foreach (var range in plain.SplitAny(" ,\t"))
        {
            var token = plain[range];
            if (token.IsEmpty) continue;
            if (token.Contains(':')) { if (time is null && !TryTime(token, out time)) return false; }
            else if (token[0] is '+' or '-' && time is not null) { if (!TryOffset(token, out offset)) return false; }
            else if (char.IsAsciiDigit(token[0]))
            {
                if (!int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
                if (day == 0 && token.Length <= 2) day = number;
                else if (year < 0) year = token.Length == 2 ? number + (number < 50 ? 2000 : 1900) : token.Length == 3 ? number + 1900 : number;
            }
            else if (Zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(token, out var hours)) offset = hours * 3600;
            else if (token.Length >= 3 && month == 0) month = MonthOf(token);
        }
        if (time is not { } at || year is < 1970 or > 2199 || month == 0 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        milliseconds = (new LocalDate(year, month, day) + at).InUtc().ToInstant().ToUnixTimeMilliseconds() - (offset * 1000L);
        return true;
    }

    static int MonthOf(ReadOnlySpan<char> token)
    {
        for (var i = 0; i < Months.Length; i++)
            if (token.StartsWith(Months[i], StringComparison.OrdinalIgnoreCase)) return i + 1;
        return 0;
    }

    static bool TryTime(ReadOnlySpan<char> token, out LocalTime? time)
    {
        time = null;
        Span<int> numbers = stackalloc int[3];
        var count = 0;
        foreach (var range in token.Split(':'))
        {
            var part = token[range];
            if (part.IndexOf('.') is >= 0 and var dot) part = part[..dot];
            if (count == 3 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[count++])) return false;
        }
        if (count < 2 || numbers[0] > 23 || numbers[1] > 59 || numbers[2] > 60) return false;
        time = new LocalTime(numbers[0], numbers[1], Math.Min(59, numbers[2]));
        return true;
    }

    static bool TryOffset(ReadOnlySpan<char> token, out int seconds)
    {
        seconds = 0;
        var colon = token.IndexOf(':');
        var digits = colon < 0 ? token[1..] : string.Concat(token[1..colon], token[(colon + 1)..]);
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
