using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Events;

/// <summary><see cref="JourneyFinder"/> as a table.</summary>
sealed class JourneysAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "30", "parties with fewer messages are left out, 1 … 1000000");
    static readonly AnalysisParameter Shift = new("shift", "3", "smallest shift of the hours, 0.5 … 12");

    public AnalysisCard Card { get; } = new(
        "journeys",
        "Travel days and zone moves: stretches in which somebody's hours lie elsewhere than usual.",
        "The circular mean hour of each active day is cut where it changes (as hours-moved in 'events'); a stretch at least --shift hours from where it lay before the first change is a row. A journey east by n zones makes hours n earlier by "
        + "the clock at home. A new shift at work or an examination looks the same.",
        "Dates; hours −12 … 12.",
        "Empty log, too few messages (one, a few to oneself) or days (all at one instant): no rows. Relative times: no rows, since hours mean nothing.",
        "Expected O(deliveries + parties · days), parallel over parties. Memory O(deliveries + days).",
        "Segmentation: Killick, Fearnhead, Eckley, JASA 107:1590 (2012), doi 10.1080/01621459.2012.737745; the rule is MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least, Shift, ZoneArgument.Parameter, DirectionArgument.TimesParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("from", "first day, ISO 8601"), new("to", "first day at other hours again; empty = not seen"), new("days", "days between; empty = not seen"), new("shift_hours", "later (+) or earlier (−) than at home"),
        new("as_if_offset_moved_hours", "change of UTC offset that would explain it, the shift with its sign turned"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var epoch = new LocalDate(1970, 1, 1);
        var rows = JourneyFinder.Of(EventFinder.Of(seen, clock, arguments.Whole(Least.Name, 1, 1_000_000), DirectionArgument.Of(arguments), stop), arguments.Number(Shift.Name, 0.5, 12))
            .Select(j => (object?[])[seen.NameOf(j.Party), Date(j.FromDay), j.ToDay is { } to ? Date(to) : null, j.ToDay - j.FromDay, j.ShiftHours, -j.ShiftHours]).ToList();
        return new AnalysisTable(rows, [$"Days in zone {clock.Name}."]);

        string Date(int day) => LocalDatePattern.Iso.Format(epoch.PlusDays(day));
    }
}
