using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Computes one actor after the other; what it allocates it keeps for the next. Not thread-safe.</summary>
sealed class ActorIndicators(Observation seen, PartyTimelines timelines, LocalClock clock, IndicatorOptions options, IndicatorLayout layout)
{
    readonly ActorRecords _records = new(seen.PartyCount);
    readonly PeriodIndicators _indicators = new(layout.StatisticsCount);
    readonly double[] _period = new double[layout.ValuesOfPeriod];
    readonly double[] _part = new double[layout.ValuesOfPeriod * (layout.IsSummarised ? 2 : 1)];
    readonly List<double> _periods = [];

    public void Write(int party, Span<double> columns)
    {
        _records.Load(seen, timelines, clock, party);
        for (var week = 0; week < layout.PartsOfWeek.Count; week++)
            for (var day = 0; day < layout.PartsOfDay.Count; day++)
            {
                if (layout.IsSummarised) SummarizePeriods(week, day);
                else WholeTime(week, day);
                layout.Place(_part, week * layout.PartsOfDay.Count + day, columns);
            }
    }

    void WholeTime(int week, int day)
    {
        _indicators.Clear(_records.Contacts);
        for (var i = 0; i < _records.Count; i++)
            if (IsIn(week, day, i)) _indicators.Add(_records, i);
        _indicators.Write(_part);
    }

    void SummarizePeriods(int week, int day)
    {
        _periods.Clear();
        _indicators.Clear(_records.Contacts);
        int lastDay = int.MinValue, lastKey = 0, key = 0;
        for (var i = 0; i < _records.Count; i++)
        {
            if (!IsIn(week, day, i)) continue;
            if (_records.Day[i] != lastDay) key = KeyOf(_records.Day[i]);
            lastDay = _records.Day[i];
            if (_indicators.Records > 0 && key != lastKey) EndPeriod();
            lastKey = key;
            _indicators.Add(_records, i);
        }
        if (_indicators.Records > 0) EndPeriod();
        for (var v = 0; v < layout.ValuesOfPeriod; v++) (_part[2 * v], _part[2 * v + 1]) = OverPeriods(v);
    }

    void EndPeriod()
    {
        _indicators.Write(_period);
        _periods.AddRange(_period);
        _indicators.Clear(_records.Contacts);
    }

    // Periods in which a value is not defined do not count.
    (double Mean, double Deviation) OverPeriods(int value)
    {
        double sum = 0, squares = 0;
        var n = 0;
        for (var i = value; i < _periods.Count; i += layout.ValuesOfPeriod)
        {
            if (double.IsNaN(_periods[i])) continue;
            sum += _periods[i];
            n++;
        }
        if (n == 0) return (double.NaN, double.NaN);
        var mean = sum / n;
        for (var i = value; i < _periods.Count; i += layout.ValuesOfPeriod)
            if (!double.IsNaN(_periods[i])) squares += (_periods[i] - mean) * (_periods[i] - mean);
        return (mean, Math.Sqrt(squares / n));
    }

    bool IsIn(int week, int day, int record) =>
        (week == 0 || _records.IsWeekend[record] == (week == 2)) && (day == 0 || _records.IsNight[record] == (day == 2));

    int KeyOf(int day)
    {
        // Days count from Thursday 1970-01-01, DateOnly's from 0001-01-01.
        const int EpochDayNumber = 719_162;
        if (options.Grouping == Grouping.Day) return day;
        if (options.Grouping == Grouping.Week) return (int)Math.Floor((day + 3) / 7.0);
        var date = DateOnly.FromDayNumber(day + EpochDayNumber);
        return options.Grouping == Grouping.Month ? date.Year * 12 + date.Month : date.Year;
    }
}
