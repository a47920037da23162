using NodaTime;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>How the dates of one export are written, decided over the whole file.</summary>
sealed class ChatDates
{
    readonly DateOrder _order;
    readonly bool _dayBeforeMonth;

    ChatDates(HeaderShape shape, DateOrder order, bool dayBeforeMonth)
    {
        Shape = shape;
        _order = order;
        _dayBeforeMonth = dayBeforeMonth;
    }

    /// <summary>How every message of the file begins.</summary>
    public HeaderShape Shape { get; }

    /// <summary>Reads the file once, as far as needed.</summary>
    /// <returns>Null when no line begins like a message.</returns>
    /// <exception cref="MessageFormatException">Day and month cannot be told apart.</exception>
    public static ChatDates? Of(SourceFile file, ReadContext context)
    {
        HeaderShape? shape = null;
        var evidence = new DateOrderEvidence();
        bool upperCaseHalf = false, secondAbove12 = false, otherLanguage = Phrases.IsOtherLanguage(file.FileName);
        foreach (var line in ChatLines.Of(file, context))
        {
            if (!LineHeader.TryRead(line, out var header) || header.Shape != (shape ??= header.Shape)) continue;
            evidence.Add(header.First, header.FirstDigits, header.Second, header.Third);
            upperCaseHalf |= header.UpperCaseHalf;
            secondAbove12 |= header.Second > 12;
            otherLanguage |= Phrases.IsOtherLanguage(line);
            // A year in front leaves open which of the other two is the month.
            if (header.Shape.YearFirst ? secondAbove12 || header.Third > 12 : evidence.IsDecided && evidence.YearIsPlain) break;
        }
        if (shape is not { } found) return null;
        if (found.YearFirst) return new ChatDates(found, DateOrder.YearMonthDay, secondAbove12);
        if (context.Options.DateOrder is null && evidence.IsYearDayMonth) return new ChatDates(found, DateOrder.YearMonthDay, true);
        var order = context.Options.DateOrder ?? evidence.Order
            // Only the United States write the month first, and they write AM and PM in capitals; no country writes it first with dots.
            ?? (found.DateSeparator == '.' || otherLanguage ? (DateOrder?)DateOrder.DayMonthYear : upperCaseHalf && found.DateSeparator == '/' ? DateOrder.MonthDayYear : null)
            ?? throw new MessageFormatException(new Place(file.Name), "dates whose day and month cannot be told apart", "at least one day above 12", "say the order with --date-order dmy or mdy");
        return new ChatDates(found, order, false);
    }

    /// <summary>The wall-clock time of a header.</summary>
    /// <returns>False when there is no such day.</returns>
    public bool TryRead(in LineHeader header, out LocalDateTime local)
    {
        var (year, month, day) = _order == DateOrder.MonthDayYear ? (header.Third, header.First, header.Second)
            : _order == DateOrder.YearMonthDay ? (_dayBeforeMonth ? (header.First, header.Third, header.Second) : (header.First, header.Second, header.Third))
            : (header.Third, header.Second, header.First);
        if (year < 100) year += 2000;
        local = default;
        if (year is < 1990 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        local = new LocalDateTime(year, month, day, header.Hour, header.Minute, header.Seconds);
        return true;
    }
}
