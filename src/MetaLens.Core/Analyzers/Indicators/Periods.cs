namespace MetaLens.Analyzers.Indicators;

/// <summary>Numbers the periods of a grouping: equal for days of one period, one more for the next period.</summary>
static class Periods
{
    // Days count from Thursday 1970-01-01, DateOnly's from 0001-01-01.
    const int EpochDayNumber = 719_162;

    public static int KeyOf(Grouping grouping, int day)
    {
        if (grouping == Grouping.None) return 0;
        if (grouping == Grouping.Day) return day;
        if (grouping == Grouping.Week) return (int)Math.Floor((day + 3) / 7.0);
        var date = DateOnly.FromDayNumber(day + EpochDayNumber);
        return grouping == Grouping.Month ? date.Year * 12 + date.Month : date.Year;
    }
}
