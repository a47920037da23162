namespace MetaLens.Analyzers.Indicators;

/// <summary>Which columns a choice of options has, and where each value of a period belongs.</summary>
sealed class IndicatorLayout
{
    static readonly string[] Statistics = ["mean", "std", "median", "skewness", "kurtosis", "min", "max"];

    public IndicatorLayout(IndicatorOptions options)
    {
        PartsOfWeek = options.SplitWeek ? ["allweek", "weekday", "weekend"] : ["allweek"];
        PartsOfDay = options.SplitDay ? ["allday", "day", "night"] : ["allday"];
        StatisticsCount = options.Summary == Summary.Default ? Distribution.DefaultStatistics : Distribution.ExtendedStatistics;
        IsSummarised = options.Grouping != Grouping.None;
        var names = new List<string>();
        var meanings = new List<string>();
        var valuesBefore = 0;
        foreach (var measure in Measures.All)
        {
            var values = measure.IsDistribution ? StatisticsCount : 1;
            foreach (var week in PartsOfWeek)
                foreach (var day in PartsOfDay)
                    for (var v = 0; v < values; v++)
                    {
                        var name = $"{measure.Name}__{week}__{day}__{measure.Interaction}{(measure.IsDistribution ? "__" + Statistics[v] : "")}";
                        foreach (var suffix in (ReadOnlySpan<string>)(IsSummarised ? ["__mean", "__std"] : [""]))
                        {
                            names.Add(name + suffix);
                            meanings.Add(measure.Meaning);
                        }
                    }
            valuesBefore += values;
        }
        Names = names;
        Meanings = meanings;
        ValuesOfPeriod = valuesBefore;
    }

    public IReadOnlyList<string> PartsOfWeek { get; }

    public IReadOnlyList<string> PartsOfDay { get; }

    /// <summary>Statistics of a distribution.</summary>
    public int StatisticsCount { get; }

    /// <summary>Whether values are mean and deviation over periods.</summary>
    public bool IsSummarised { get; }

    /// <summary>Numbers that one period of one part of the week and day gives.</summary>
    public int ValuesOfPeriod { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Meanings { get; }

    /// <summary>Spreads the numbers of one part (each once, or as pairs of mean and deviation) to their columns.</summary>
    public void Place(ReadOnlySpan<double> ofPart, int part, Span<double> columns)
    {
        var width = IsSummarised ? 2 : 1;
        var parts = PartsOfWeek.Count * PartsOfDay.Count;
        int from = 0, to = 0;
        foreach (var measure in Measures.All)
        {
            var length = (measure.IsDistribution ? StatisticsCount : 1) * width;
            ofPart.Slice(from, length).CopyTo(columns[(to + part * length)..]);
            from += length;
            to += length * parts;
        }
    }
}
