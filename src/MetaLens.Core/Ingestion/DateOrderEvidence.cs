namespace MetaLens.Ingestion;

/// <summary>Gathers, date by date over a whole file, what tells the order of day, month and year.</summary>
sealed class DateOrderEvidence
{
    const int OverwhelmingFactor = 10;
    const int LastMarked = 127;
    const int LastDay = 31;
    const int EnoughDays = 4;

    UInt128 _firsts, _thirds;
    bool _any, _yearFirst, _dayFirst, _monthFirst, _orderMatters;
    long _backAsYearFirst, _backAsDayFirst, _backAsMonthFirst;
    (int, int, int) _last, _lastAsDayFirst, _lastAsMonthFirst;

    /// <summary>Takes one date's numbers as they stand.</summary>
    /// <param name="first">First number.</param>
    /// <param name="firstDigits">Its digits.</param>
    /// <param name="second">Second number.</param>
    /// <param name="third">Third number.</param>
    public void Add(int first, int firstDigits, int second, int third)
    {
        _any = true;
        _yearFirst |= firstDigits == 4;
        _firsts |= UInt128.One << Math.Min(first, LastMarked);
        _thirds |= UInt128.One << Math.Min(third, LastMarked);
        _dayFirst |= first > 12;
        _monthFirst |= second > 12;
        _orderMatters |= first != second;
        if ((first, second, third).CompareTo(_last) < 0) _backAsYearFirst++;
        _last = (first, second, third);
        if ((third, second, first).CompareTo(_lastAsDayFirst) < 0) _backAsDayFirst++;
        if ((third, first, second).CompareTo(_lastAsMonthFirst) < 0) _backAsMonthFirst++;
        _lastAsDayFirst = (third, second, first);
        _lastAsMonthFirst = (third, first, second);
    }

    /// <summary>Whether more dates cannot change the answer of a consistent file.</summary>
    public bool IsDecided => _yearFirst || _dayFirst != _monthFirst;

    /// <summary>Whether the place of a year of two digits shows: days are many and years are few.</summary>
    public bool YearIsPlain => _yearFirst || AnyAbove(_thirds, LastDay) || HasMoreDays(_firsts, _thirds) || HasMoreDays(_thirds, _firsts);

    /// <summary>
    /// Year first if a first number has four digits, or the last number changes as only days do; day first if one is above 12, month first if a second number is; else the
    /// order in which dates (almost) never run backwards. Null when undecidable; year first when there was no date at all; day first when day and month are equal in every date.
    /// </summary>
    public DateOrder? Order =>
        _yearFirst || !_any || IsShortYearFirst ? DateOrder.YearMonthDay
        : _dayFirst != _monthFirst ? (_dayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear)
        : !_orderMatters ? DateOrder.DayMonthYear
        : _backAsDayFirst * OverwhelmingFactor < _backAsMonthFirst ? DateOrder.DayMonthYear
        : _backAsMonthFirst * OverwhelmingFactor < _backAsDayFirst ? DateOrder.MonthDayYear
        : null;

    /// <summary>Whether only a year of two digits, a day and a month in this order fit (23-28-12): first and second numbers are too large for months, no last one is.</summary>
    public bool IsYearDayMonth => !_yearFirst && _dayFirst && _monthFirst && !AnyAbove(_thirds, 12) && (_thirds & 1) == 0;

    // 23-12-28, 23-12-30, …: no last number can only be a year, all are days, and they are too many to be years.
    bool IsShortYearFirst => _backAsYearFirst <= Math.Min(_backAsDayFirst, _backAsMonthFirst) && !AnyAbove(_thirds, LastDay) && (_thirds & 1) == 0 && !_monthFirst && (AnyAbove(_firsts, LastDay) || HasMoreDays(_thirds, _firsts));

    static bool HasMoreDays(UInt128 days, UInt128 years) => UInt128.PopCount(days) >= EnoughDays && UInt128.PopCount(days) > 2 * UInt128.PopCount(years);

    static bool AnyAbove(UInt128 numbers, int last) => numbers >> (last + 1) != 0;
}
