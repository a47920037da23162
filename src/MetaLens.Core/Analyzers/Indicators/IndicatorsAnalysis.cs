using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary><see cref="IndicatorCalculator"/> as a table.</summary>
sealed class IndicatorsAnalysis : IAnalysis
{
    static readonly AnalysisParameter GroupBy = new("groupby", "none", "cut into periods before computing: none, day, week, month or year");
    static readonly AnalysisParameter Split = new("split", "none", "parts shown apart: none, week, day, or week,day");
    static readonly AnalysisParameter SummaryParameter = new("summary", "default", "of distributions: default (mean, std) or extended (and median, skewness, kurtosis, min, max)");

    static readonly IndicatorLayout Basic = new(new IndicatorOptions());

    public AnalysisCard Card { get; } = new(
        "indicators",
        "The behavioural indicators of bandicoot for every actor, value for value.",
        "Every delivery is one record of its sender and of its recipient; text is everything that is no call. Night = 19:00–07:00, both ends included; weekend = Saturday and Sunday; filters come before periods, periods before "
        + "conversations. Conversation: texts with one contact less than an hour after the record before; a call closes it. Standard deviation is the population's, kurtosis is not excess. Column names are bandicoot's, its "
        + "'percent' is a share 0 … 1. Version followed: the unreleased one of December 2020, whose Pareto shares divide by contacts.",
        "As each column says; shares 0 … 1, times in seconds, entropy in nats.",
        "Empty log: no rows. Undefined values (no reply, no gap; everything about calls where there is none) are null; over periods, those in which a value is undefined do not count. Messages to oneself are no record. Unknown call lengths are left out. Hidden parties count as one contact.",
        "O(deliveries + Σ e log c) time for e entries and c contacts an actor, parallel over actors.",
        "de Montjoye, Rocher, Pentland, bandicoot: a Python toolbox for mobile phone metadata, JMLR 17(175):1 (2016).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GroupBy, Split, SummaryParameter, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } = ColumnsOf(Basic.Names, Basic.Meanings);

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var split = arguments.OneOf(Split.Name, "none", "week", "day", "week,day", "day,week");
        var options = new IndicatorOptions(
            Enum.Parse<Grouping>(arguments.OneOf(GroupBy.Name, "none", "day", "week", "month", "year"), ignoreCase: true),
            Enum.Parse<Summary>(arguments.OneOf(SummaryParameter.Name, "default", "extended"), ignoreCase: true),
            split.Contains("week"), split.Contains("day"));
        var clock = ZoneArgument.Clock(seen, arguments);
        var table = IndicatorCalculator.Of(seen, clock, options, stop);
        var rows = new List<object?[]>(table.Parties.Count);
        for (var r = 0; r < table.Parties.Count; r++)
        {
            var values = table.Row(r);
            var row = new object?[values.Length + 1];
            row[0] = seen.NameOf(table.Parties[r]);
            for (var c = 0; c < values.Length; c++) row[c + 1] = double.IsNaN(values[c]) ? null : values[c];
            rows.Add(row);
        }
        return new AnalysisTable(rows, [$"Days, nights and weekends in zone {clock.Name}."]) { Columns = ColumnsOf(table.Names, table.Meanings) };
    }

    static AnalysisColumn[] ColumnsOf(IReadOnlyList<string> names, IReadOnlyList<string> meanings) =>
        [new("actor", "the party"), .. names.Zip(meanings, (n, m) => new AnalysisColumn(n, m))];
}
