namespace MetaLens.Analyzers.Indicators;

/// <summary>Which columns a choice of options has, and where each value of a period belongs.</summary>
sealed class IndicatorLayout
{
    static readonly string[] Statistics = ["mean", "std", "median", "skewness", "kurtosis", "min", "max"];

    readonly IReadOnlyList<Measure> _measures;

    public IndicatorLayout(IndicatorOptions options)
    {
        PartsOfWeek = options.SplitWeek ? ["allweek", "weekday", "weekend"] : ["allweek"];
        PartsOfDay = options.SplitDay ? ["allday", "day", "night"] : ["allday"];
        KeepsLists = options.Summary == Summary.Full;
        StatisticsCount = options.Summary switch { Summary.Default => Distribution.DefaultStatistics, Summary.Extended => Distribution.ExtendedStatistics, _ => 1 };
        IsSummarised = options.Grouping != Grouping.None;
        if (KeepsLists && IsSummarised) throw new ArgumentException("All values of a distribution are given for the whole time only. Mend: leave out the grouping, or choose another summary.", nameof(options));
        _measures = Measures.Of(options.Set);
        var names = new List<string>();
        var meanings = new List<string>();
        var isList = new List<bool>();
        var valuesBefore = 0;
        foreach (var measure in _measures)
        {
            var values = measure.IsDistribution ? StatisticsCount : 1;
            foreach (var week in PartsOfWeek)
                foreach (var day in PartsOfDay)
                    for (var v = 0; v < values; v++)
                    {
                        var name = $"{measure.Name}__{week}__{day}__{measure.Interaction}{(measure.IsDistribution && !KeepsLists ? "__" + Statistics[v] : "")}";
                        foreach (var suffix in (ReadOnlySpan<string>)(IsSummarised ? ["__mean", "__std"] : [""]))
                        {
                            names.Add(name + suffix);
                            isList.Add(KeepsLists && measure.IsDistribution);
                            meanings.Add(measure.Meaning);
                        }
                    }
            valuesBefore += values;
        }
        Names = names;
        Meanings = meanings;
        IsList = isList;
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

    /// <summary>Whether each column is a list of values.</summary>
    public IReadOnlyList<bool> IsList { get; }

    /// <summary>Whether distributions are kept instead of summarised.</summary>
    public bool KeepsLists { get; }

    /// <summary>Spreads the numbers of one part (each once, or as pairs of mean and deviation) to their columns.</summary>
    public void Place(ReadOnlySpan<double> ofPart, int part, Span<double> columns)
    {
        var width = IsSummarised ? 2 : 1;
        var parts = PartsOfWeek.Count * PartsOfDay.Count;
        if (parts == 1)
        {
            ofPart.CopyTo(columns);
            return;
        }
        int from = 0, to = 0;
        foreach (var measure in _measures)
        {
            var length = (measure.IsDistribution ? StatisticsCount : 1) * width;
            ofPart.Slice(from, length).CopyTo(columns[(to + part * length)..]);
            from += length;
            to += length * parts;
        }
    }
}
