using NodaTime;

namespace MetaLens.Ingestion;

/// <summary>Dates of numbers, as tables and chats write them: <c>2024-12-31T23:59:59.123+01:00</c>, <c>31.12.2024, 23:59</c>, <c>12/31/24 11:59 PM</c>.</summary>
public static class DateText
{
    /// <summary>
    /// The order of day, month and year that fits all the dates: year first if a first number has four digits; else day first if a first number is above 12, month first if a second one is.
    /// When nothing decides, the order in which the dates (almost) never run backwards, if that is only one.
    /// </summary>
    /// <returns>Null when undecidable; year first when no text is a date at all.</returns>
    public static DateOrder? OrderOf(IEnumerable<string> dates)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var evidence = new DateOrderEvidence();
        foreach (var date in dates)
            if (TryNumbers(date, out var a, out var digits, out var b, out var c, out _)) evidence.Add(a, digits, b, c);
        return evidence.Order;
    }

    /// <summary>Reads a date with or without a time of day, and an offset where there is one.</summary>
    /// <param name="text">The text; blanks around it do not matter.</param>
    /// <param name="order">Order of day, month and year; null = any that gives a date. A first number of four digits is always the year.</param>
    /// <param name="local">The wall-clock reading.</param>
    /// <param name="offset">Its offset from UTC; null when not named.</param>
    /// <returns>False when the text is no such date.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, DateOrder? order, out LocalDateTime local, out Offset? offset)
    {
        local = default;
        offset = null;
        if (!TryNumbers(text, out var a, out var digits, out var b, out var c, out var rest)) return false;
        var (year, month, day) = digits == 4 || order == DateOrder.YearMonthDay ? (a, b, c) : order == DateOrder.MonthDayYear || (order is null && a <= 12) ? (c, a, b) : (c, b, a);
        if (year < 100) year += year < 70 ? 2000 : 1900;
        if (year is < 1 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        if (!TryTimeOfDay(rest, out var time, out offset)) return false;
        local = new LocalDate(year, month, day) + time;
        return true;
    }

    static bool TryNumbers(ReadOnlySpan<char> text, out int a, out int digits, out int b, out int c, out ReadOnlySpan<char> rest)
    {
        (a, digits, b, c) = (0, 0, 0, 0);
        rest = text.Trim();
        if (!TakeNumber(ref rest, 4, out a, out digits) || !TakeSeparator(ref rest, out var separator)) return false;
        if (!TakeNumber(ref rest, 2, out b, out _) || !TakeSeparator(ref rest, out var second) || second != separator) return false;
        return TakeNumber(ref rest, 4, out c, out _);
    }

    static bool TryTimeOfDay(ReadOnlySpan<char> rest, out LocalTime time, out Offset? offset)
    {
        time = LocalTime.Midnight;
        offset = null;
        rest = rest.TrimStart(", ");
        if (rest.IsEmpty) return true;
        if (rest[0] is 'T' or 't') rest = rest[1..];
        if (!TakeNumber(ref rest, 2, out var hour, out _) || rest.IsEmpty || rest[0] is not (':' or '.')) return false;
        var colon = rest[0];
        rest = rest[1..];
        if (!TakeNumber(ref rest, 2, out var minute, out _)) return false;
        int second = 0, nanosecond = 0;
        if (!rest.IsEmpty && rest[0] == colon)
        {
            rest = rest[1..];
            if (!TakeNumber(ref rest, 2, out second, out _)) return false;
            if (!rest.IsEmpty && rest[0] is '.' or ',')
            {
                rest = rest[1..];
                if (!TakeNumber(ref rest, 9, out nanosecond, out var digits)) return false;
                for (; digits < 9; digits++) nanosecond *= 10;
            }
        }
        if (!TryHalfOfDay(ref rest, ref hour)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        time = LocalTime.FromHourMinuteSecondNanosecond(hour, minute, second, nanosecond);
        return TryOffset(rest.Trim(), out offset);
    }

    // "PM", "p.m.", "p. m.", in either case.
    static bool TryHalfOfDay(ref ReadOnlySpan<char> rest, ref int hour)
    {
        var t = rest.TrimStart();
        if (t.Length < 2 || char.ToLowerInvariant(t[0]) is not ('a' or 'p')) return true;
        var m = t[1..].TrimStart(". ");
        if (m.IsEmpty || char.ToLowerInvariant(m[0]) != 'm' || hour is < 1 or > 12) return false;
        hour = (hour % 12) + (char.ToLowerInvariant(t[0]) == 'p' ? 12 : 0);
        rest = m[1..].TrimStart('.');
        return true;
    }

    static bool TryOffset(ReadOnlySpan<char> text, out Offset? offset)
    {
        offset = null;
        if (text.IsEmpty) return true;
        if (text is "Z" or "z" or "UTC" or "GMT") { offset = Offset.Zero; return true; }
        if (text[0] is not ('+' or '-')) return false;
        var sign = text[0] == '-' ? -1 : 1;
        var rest = text[1..];
        if (!TakeNumber(ref rest, 2, out var hours, out var digits) || digits != 2 || hours > 18) return false;
        rest = rest.TrimStart(':');
        var minutes = 0;
        if (!rest.IsEmpty && (!TakeNumber(ref rest, 2, out minutes, out _) || minutes > 59 || !rest.IsEmpty)) return false;
        var total = (hours * 60) + minutes;
        if (total > 18 * 60) return false;
        offset = Offset.FromSeconds(sign * total * 60);
        return true;
    }

    static bool TakeNumber(ref ReadOnlySpan<char> rest, int most, out int number, out int digits)
    {
        (number, digits) = (0, 0);
        while (digits < rest.Length && digits < most && char.IsAsciiDigit(rest[digits])) number = (number * 10) + rest[digits++] - '0';
        rest = rest[digits..];
        return digits > 0;
    }

    static bool TakeSeparator(ref ReadOnlySpan<char> rest, out char separator)
    {
        separator = rest.IsEmpty ? '\0' : rest[0];
        if (separator is not ('-' or '/' or '.')) return false;
        rest = rest[1..].TrimStart(' ');
        return true;
    }
}
