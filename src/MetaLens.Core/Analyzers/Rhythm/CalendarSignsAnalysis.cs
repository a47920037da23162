using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Rhythm;

/// <summary><see cref="CalendarSignsReader"/> as a table.</summary>
sealed class CalendarSignsAnalysis : IAnalysis
{
    static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public AnalysisCard Card { get; } = new(
        "calendar",
        "Whether people put their clocks forward in summer, in which hemisphere, and which two days are their weekend.",
        "Daylight saving: circular mean hour of all messages in UTC in June–August less that in December–February; −0.5 … −1.5 with an interval below 0 = northern, the same above 0 = southern, an interval within ±0.5 = none. Weekend: the two "
        + "adjacent local weekdays with the fewest messages a day. Intervals by drawing days again (200 draws, 95 %).",
        "Hours −12 … 12; share at least 0 (1 = no weekend to be seen); certainty 0 … 1.",
        "Empty log: no rows. Fewer than 14 days with messages in a season, or times that are no instants: no daylight-saving row. Less than two weeks, or relative times: no weekend row; so none for one message, to oneself or not, or all at one instant. People whose habits follow the sun rather than the clock shift too.",
        "O(messages + draws · days). Memory O(days).",
        "As 'rhythm' for the profile: La Morgia et al., ICDCS 2018, doi 10.1109/ICDCS.2018.00054; the tests are MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("test", "daylight-saving or weekend"), new("answer", "northern, southern, none, cannot tell; the two days"), new("value", "shift in hours; activity of the two days over the others'"),
        new("low", "lower end of the 95 % interval"), new("high", "upper end"), new("certainty", "share of the redrawn logs with the same days, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        if (!clock.KnowsTimeOfDay) return new AnalysisTable([], ["Times count from an unnamed start: seasons and weekdays are not known."]);
        var signs = CalendarSignsReader.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), clock, arguments.Seed);
        var rows = new List<object?[]>();
        if (seen.KnowsInstants && !double.IsNaN(signs.SummerShiftHours))
            rows.Add(["daylight-saving", Hemisphere(signs), signs.SummerShiftHours, signs.SummerShiftLow, signs.SummerShiftHigh, null]);
        if (signs.FirstRestDay is { } day)
            rows.Add(["weekend", $"{Weekdays[day]} and {Weekdays[(day + 1) % 7]}", double.IsFinite(signs.RestShare) ? signs.RestShare : null, null, null, signs.RestCertainty]);
        return new AnalysisTable(rows, [$"Weekdays in zone {clock.Name}."]);
    }

    static string Hemisphere(CalendarSigns s) =>
        s.SummerShiftHours is >= -1.5 and <= -0.5 && s.SummerShiftHigh < 0 ? "northern"
        : s.SummerShiftHours is >= 0.5 and <= 1.5 && s.SummerShiftLow > 0 ? "southern"
        : s.SummerShiftLow > -0.5 && s.SummerShiftHigh < 0.5 ? "none" : "cannot tell";
}
