namespace MetaLens.Ingestion;

/// <summary>Order of day, month and year in a date of numbers.</summary>
public enum DateOrder
{
    /// <summary>31.12.2024</summary>
    DayMonthYear,
    /// <summary>12/31/2024</summary>
    MonthDayYear,
    /// <summary>2024-12-31</summary>
    YearMonthDay,
}
