using NodaTime;

namespace MetaLens.Ingestion;

/// <summary>Dates with the month as a word, as pages for people have them: <c>Sep 13, 2020, 12:26 PM</c>, <c>13 sept 2020 à 12:26</c>, <c>13 de set de 2020 12:26 da tarde</c>.</summary>
static class MonthNameDate
{
    const int LongestText = 64;

    // English, German, French, Spanish, Portuguese, Italian, Dutch: the beginnings that tell a month from all others.
    static readonly string[][] Months =
    [
        ["jan", "ene", "gen", "jän"], ["feb", "fév", "fev"], ["mar", "mär", "maa", "mrt"], ["apr", "avr", "abr"], ["may", "mai", "mag", "mei"], ["jun", "juin", "giu"],
        ["jul", "juil", "lug"], ["aug", "aoû", "ago"], ["sep", "set"], ["oct", "okt", "ott", "out"], ["nov"], ["dec", "dez", "déc", "dic"],
    ];

    static readonly string[] Fillers = ["at", "à", "um", "alle", "às", "de", "da", "del", "a", "la", "las", "om", "uhr", "ore"];
    static readonly string[] Afternoon = ["pm", "tarde", "noite", "noche"];
    static readonly string[] Morning = ["am", "manhã", "mañana", "madrugada"];

    /// <summary>Reads a text that is such a date with a time of day and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out LocalDateTime local)
    {
        local = default;
        if (text.Length is < 10 or > LongestText) return false;
        int month = 0, day = 0, year = 0, half = -1;
        LocalTime? time = null;
        Span<char> lower = stackalloc char[LongestText];
        lower = lower[..text.ToLowerInvariant(lower)];
        lower.Replace('\u202F', ' ');
        lower.Replace('\u00A0', ' ');
        foreach (var range in ((ReadOnlySpan<char>)lower).SplitAny(" ,"))
        {
            var word = lower[range].Trim('.');
            if (word.IsEmpty || Array.IndexOf(Fillers, word.ToString()) >= 0) continue;
            if (word.Contains(':') && time is null && TryTime(word, ref half) is { } found) time = found;
            else if (int.TryParse(word, out var number) && number > 0)
            {
                if (number <= 31 && day == 0) day = number;
                else if (number is > 1990 and < 2200 && year == 0) year = number;
                else return false;
            }
            else if (Array.IndexOf(Afternoon, Plain(word)) >= 0) half = 1;
            else if (Array.IndexOf(Morning, Plain(word)) >= 0) half = 0;
            else if (month == 0 && MonthOf(word) is > 0 and var m) month = m;
            else return false;
        }
        if (time is not { } clock || month == 0 || year == 0 || day == 0 || day > DateTime.DaysInMonth(year, month)) return false;
        if (half >= 0 && clock.Hour <= 12) clock = new LocalTime((clock.Hour % 12) + (half * 12), clock.Minute, clock.Second);
        local = new LocalDate(year, month, day) + clock;
        return true;
    }

    // "12:26", "12:26:05", "2:17pm".
    static LocalTime? TryTime(ReadOnlySpan<char> word, ref int half)
    {
        if (word.EndsWith("pm") || word.EndsWith("am"))
        {
            half = word[^2] == 'p' ? 1 : 0;
            word = word[..^2];
        }
        Span<int> parts = [0, 0, 0];
        var count = 0;
        foreach (var range in word.Split(':'))
            if (count == 3 || !int.TryParse(word[range], out parts[count++])) return null;
        return count >= 2 && parts[0] is >= 0 and < 24 && parts[1] is >= 0 and < 60 && parts[2] is >= 0 and < 60 ? new LocalTime(parts[0], parts[1], parts[2]) : null;
    }

    static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < Months.Length; month++)
            foreach (var beginning in Months[month])
                if (word.StartsWith(beginning, StringComparison.Ordinal)) return month + 1;
        return 0;
    }

    static string Plain(ReadOnlySpan<char> word) => word.ToString().Replace(".", "", StringComparison.Ordinal);
}
