using System.Globalization;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Conversations;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Indicators;

/// <summary><see cref="IndicatorCalculator"/> as a table.</summary>
sealed class IndicatorsAnalysis : IAnalysis
{
    static readonly AnalysisParameter GroupBy = new("groupby", "none", "cut into periods before computing: none, day, week, month or year");
    static readonly AnalysisParameter Split = new("split", "none", "parts shown apart: none, week, day, or week,day");
    static readonly AnalysisParameter SplitWeek = new("split-week", "no", "weekdays and weekends apart, as --split week");
    static readonly AnalysisParameter SplitDay = new("split-day", "no", "day and night apart, as --split day");
    static readonly AnalysisParameter SummaryParameter = new("summary", "default",
        "of distributions: default (mean, std), extended (and median, skewness, kurtosis, min, max), or full, also called none (every value, for the whole time only)");
    static readonly AnalysisParameter Set = new("set", "all", "basic (bandicoot's) or all (and those it lacks)");
    static readonly AnalysisParameter More = new("more", "0", "a contact counts with more records than this, 0 … 1000000");
    static readonly AnalysisParameter Pareto = new("pareto", "0.8", "part of the records that the fewest contacts are to hold, 0.01 … 1");

    const int LeastForZone = 50;

    // Only of the whole time: a part of the day or a single week says nothing of the zone.
    static readonly AnalysisColumn[] ZoneColumns =
    [
        new("utc_offset_hours__allweek__allday__callandtext", "most probable UTC offset, −12 … 14; null below 50 messages"), new("utc_offset_low__allweek__allday__callandtext", "lowest offset of the 95 % set"),
        new("utc_offset_high__allweek__allday__callandtext", "highest offset of the 95 % set"), new("utc_offset_probability__allweek__allday__callandtext", "that the offset is right within an hour, 0 … 1"),
    ];

    static readonly IndicatorLayout Usual = new(new IndicatorOptions { Set = IndicatorSet.All });

    public AnalysisCard Card { get; } = new(
        "indicators",
        "The behavioural indicators of bandicoot for every actor, value for value, and those it lacks.",
        "Every delivery is one record of its sender and of its recipient; text is everything that is no call. Night = 19:00–07:00, both ends included; weekend = Saturday and Sunday; filters come before periods, periods before "
        + "conversations. Conversation: texts with one contact less than an hour after the record before; a call closes it. Standard deviation is the population's, kurtosis is not excess. Column names are bandicoot's, its "
        + "'percent' is a share 0 … 1. MetaLens' own follow them: contacts by direction, balance within each tie, bursts and memory of the gaps (formulas in 'frequency'), entropy over the hours of the day, sizes, groups, and for the whole time the zone (as in 'waking'). Version followed: the unreleased one of December 2020, whose Pareto shares divide by contacts.",
        "As each column says; shares 0 … 1, times in seconds, entropy in nats.",
        "Empty log: no rows. Undefined values (no reply, no gap; everything about calls where there is none) are null; over periods, those in which a value is undefined do not count. Messages to oneself are no record, which leaves a row of nulls (in bandicoot they are: --me names the owner of a file apart from a contact of the same name). Unknown call lengths are left out. Hidden parties count as one contact.",
        "O(deliveries + Σ e log c) time for e entries and c contacts an actor, parallel over actors. Memory O(deliveries + rows of the table).",
        "de Montjoye, Rocher, Pentland, bandicoot: a Python toolbox for mobile phone metadata, JMLR 17(175):1 (2016); burstiness: Goh and Barabási, EPL 81:48002 (2008), doi 10.1209/0295-5075/81/48002, and Kim and Jo, PRE 94:032311 (2016), doi 10.1103/PhysRevE.94.032311.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GroupBy, Split, SplitWeek, SplitDay, SummaryParameter, Set, GapArgument.Parameter, More, Pareto, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } = [.. ColumnsOf(Usual.Names, Usual.Meanings), .. ZoneColumns];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var (gap, gapNote) = GapArgument.Read(seen, () => MessageThreads.Of(seen), arguments);
        var split = arguments.OneOf(Split.Name, "none", "week", "day", "week,day", "day,week");
        var options = new IndicatorOptions(
            Enum.Parse<Grouping>(arguments.OneOf(GroupBy.Name, "none", "day", "week", "month", "year"), ignoreCase: true),
            arguments.OneOf(SummaryParameter.Name, "default", "extended", "full", "none") switch { "default" => Summary.Default, "extended" => Summary.Extended, _ => Summary.Full },
            split.Contains("week") || IsYes(arguments, SplitWeek), split.Contains("day") || IsYes(arguments, SplitDay))
        {
            Set = arguments.OneOf(Set.Name, "basic", "all") == "basic" ? IndicatorSet.Basic : IndicatorSet.All,
            ConversationGap = Duration.FromMilliseconds(gap),
            MoreThan = arguments.Whole(More.Name, 0, 1_000_000),
            ParetoShare = arguments.Number(Pareto.Name, 0.01, 1),
        };
        var clock = ZoneArgument.Clock(seen, arguments);
        var table = IndicatorCalculator.Of(seen, clock, options, stop);
        var zones = options.Set == IndicatorSet.All && options.Grouping == Grouping.None ? ZoneTable.OfParties(seen, LeastForZone, arguments.Seed, stop) : null;
        var rows = new List<object?[]>(table.Parties.Count);
        for (var r = 0; r < table.Parties.Count; r++)
        {
            var values = table.Row(r);
            var row = new object?[values.Length + 1 + (zones is null ? 0 : ZoneColumns.Length)];
            row[0] = seen.NameOf(table.Parties[r]);
            for (var c = 0; c < values.Length; c++) row[c + 1] = table.IsList(c) ? Text(table.List(r, c)) : double.IsNaN(values[c]) ? null : values[c];
            if (zones?[table.Parties[r].Index] is { } zone)
                ((object?[])[zone.OffsetHours, zone.LowHours, zone.HighHours, zone.ProbabilityWithinOneHour]).CopyTo(row, values.Length + 1);
            rows.Add(row);
        }
        return new AnalysisTable(rows, [$"Days, nights and weekends in zone {clock.Name}.", gapNote]) { Columns = [.. ColumnsOf(table.Names, table.Meanings), .. zones is null ? [] : ZoneColumns] };
    }

    static bool IsYes(AnalysisArguments arguments, AnalysisParameter parameter) => arguments.OneOf(parameter.Name, "no", "yes") == "yes";

    static string Text(IReadOnlyList<double> values) => string.Join(' ', values.Select(v => v.ToString(CultureInfo.InvariantCulture)));

    static AnalysisColumn[] ColumnsOf(IReadOnlyList<string> names, IReadOnlyList<string> meanings) =>
        [new("actor", "the party"), .. names.Zip(meanings, (n, m) => new AnalysisColumn(n, m))];
}
