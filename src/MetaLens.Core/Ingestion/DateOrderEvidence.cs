namespace MetaLens.Ingestion;

/// <summary>Gathers, date by date over a whole file, what tells the order of day, month and year.</summary>
sealed class DateOrderEvidence
{
    const int OverwhelmingFactor = 10;

    bool _any, _yearFirst, _dayFirst, _monthFirst, _orderMatters;
    long _backAsDayFirst, _backAsMonthFirst;
    (int, int, int) _lastAsDayFirst, _lastAsMonthFirst;

    /// <summary>Takes one date's numbers as they stand.</summary>
    /// <param name="first">First number.</param>
    /// <param name="firstDigits">Its digits.</param>
    /// <param name="second">Second number.</param>
    /// <param name="third">Third number.</param>
    public void Add(int first, int firstDigits, int second, int third)
    {
        _any = true;
        _yearFirst |= firstDigits == 4;
        _dayFirst |= first > 12;
        _monthFirst |= second > 12;
        _orderMatters |= first != second;
        if ((third, second, first).CompareTo(_lastAsDayFirst) < 0) _backAsDayFirst++;
        if ((third, first, second).CompareTo(_lastAsMonthFirst) < 0) _backAsMonthFirst++;
        _lastAsDayFirst = (third, second, first);
        _lastAsMonthFirst = (third, first, second);
    }

    /// <summary>Whether more dates cannot change the answer of a consistent file.</summary>
    public bool IsDecided => _yearFirst || _dayFirst != _monthFirst;

    /// <summary>
    /// Year first if a first number has four digits; day first if one is above 12, month first if a second number is; else the order in which dates (almost) never run
    /// backwards. Null when undecidable; year first when there was no date at all; day first when day and month are equal in every date.
    /// </summary>
    public DateOrder? Order =>
        _yearFirst || !_any ? DateOrder.YearMonthDay
        : _dayFirst != _monthFirst ? (_dayFirst ? DateOrder.DayMonthYear : DateOrder.MonthDayYear)
        : !_orderMatters ? DateOrder.DayMonthYear
        : _backAsDayFirst * OverwhelmingFactor < _backAsMonthFirst ? DateOrder.DayMonthYear
        : _backAsMonthFirst * OverwhelmingFactor < _backAsDayFirst ? DateOrder.MonthDayYear
        : null;
}
