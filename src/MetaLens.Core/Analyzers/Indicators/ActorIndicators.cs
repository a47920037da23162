using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Computes one actor after the other; what it allocates it keeps for the next. Not thread-safe.</summary>
sealed class ActorIndicators(Observation seen, PartyTimelines timelines, LocalClock clock, IndicatorOptions options, IndicatorLayout layout)
{
    readonly ActorRecords _records = new(seen, timelines, clock);
    readonly PeriodIndicators _indicators = new(options);
    readonly FurtherIndicators? _further = options.Set == IndicatorSet.All ? new(seen) : null;
    readonly double[] _period = new double[layout.ValuesOfPeriod];
    readonly double[] _part = new double[layout.ValuesOfPeriod * (layout.IsSummarised ? 2 : 1)];
    readonly List<double> _periods = [];

    /// <summary>Writes the columns of a party and gives the values of its distributions, where they are kept: a distribution's column holds the place in this list.</summary>
    public double[][] Write(int party, Span<double> columns)
    {
        var lists = new List<double[]>();
        _records.Load(party);
        for (var week = 0; week < layout.PartsOfWeek.Count; week++)
            for (var day = 0; day < layout.PartsOfDay.Count; day++)
            {
                if (layout.IsSummarised) SummarizePeriods(week, day);
                else WholeTime(week, day, lists);
                layout.Place(_part, week * layout.PartsOfDay.Count + day, columns);
            }
        return [.. lists];
    }

    void WholeTime(int week, int day, List<double[]> lists)
    {
        Clear();
        if (week == 0 && day == 0)
            foreach (ref readonly var record in _records.All) Add(record);
        else
            foreach (ref readonly var record in _records.All)
                if (IsIn(week, day, record)) Add(record);
        Write(_part, lists);
    }

    void SummarizePeriods(int week, int day)
    {
        _periods.Clear();
        Clear();
        int lastDay = int.MinValue, lastKey = 0, key = 0;
        foreach (ref readonly var record in _records.All)
        {
            if (!IsIn(week, day, record)) continue;
            if (record.Day != lastDay) key = Periods.KeyOf(options.Grouping, record.Day);
            lastDay = record.Day;
            if (_indicators.Records > 0 && key != lastKey) EndPeriod();
            lastKey = key;
            Add(record);
        }
        if (_indicators.Records > 0) EndPeriod();
        for (var v = 0; v < layout.ValuesOfPeriod; v++) (_part[2 * v], _part[2 * v + 1]) = OverPeriods(v);
    }

    void Clear()
    {
        _indicators.Clear(_records.Contacts);
        _further?.Clear();
    }

    void Add(in ActorRecord record)
    {
        _indicators.Add(record);
        _further?.Add(record);
    }

    void Write(Span<double> into, List<double[]> lists)
    {
        var writer = new IndicatorWriter(into, layout.StatisticsCount, lists);
        _indicators.Write(ref writer);
        _further?.Write(_indicators, ref writer);
    }

    void EndPeriod()
    {
        Write(_period, []);
        _periods.AddRange(_period);
        Clear();
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

    static bool IsIn(int week, int day, in ActorRecord record) =>
        (week == 0 || record.IsWeekend == (week == 2)) && (day == 0 || record.IsNight == (day == 2));
}
