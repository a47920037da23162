using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Events;

/// <summary><see cref="EventFinder"/> as a table.</summary>
sealed class EventsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "30", "parties and ties with fewer messages are left out, 1 … 1000000");

    public AnalysisCard Card { get; } = new(
        "events",
        "When something happened: began, grew, faded, fell silent, resumed, burst, moved its hours.",
        "Messages a day, of each party (sent; --direction: received, both; received where it is never seen sending) and each tie (both ways), are cut where their rate changes: exact segmentation (PELT), Poisson cost divided by the dispersion of day-to-day differences, penalty 3 ln n a change. Then by rule: began = first after "
        + "14 days of none; silent = none for 14 days; resumed = after that; burst = at most 7 days of three times the rate around; grew, faded = twice, half. Hours moved: the circular mean hour of each active day, cut the same way with squared cost, by 2 h or more.",
        "Dates; messages a day; hours 0 … 24.",
        "Empty log, too few messages (one, a few to oneself), fewer than 4 days (all at one instant): no rows. Relative times: dates count from 1970-01-01, no moved hours.",
        "Expected O(deliveries + series · days), parallel over parties. Memory O(deliveries + days).",
        "Killick, Fearnhead, Eckley, JASA 107:1590 (2012), doi 10.1080/01621459.2012.737745.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least, ZoneArgument.Parameter, DirectionArgument.TimesParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("date", "first day of the new state, ISO 8601, local"), new("actor", "whose event"), new("other", "the other end, for an event of a tie"),
        new("event", "began, grew, faded, silent, resumed, burst, hours-moved"), new("before", "messages a day before; mean hour for hours-moved"), new("after", "the same after"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var epoch = new LocalDate(1970, 1, 1);
        var rows = EventFinder.Of(seen, clock, arguments.Whole(Least.Name, 1, 1_000_000), DirectionArgument.Of(arguments), stop)
            .Select(e => (object?[])[LocalDatePattern.Iso.Format(epoch.PlusDays(e.Day)), seen.NameOf(e.Party), e.Other is { } o ? seen.NameOf(o) : null,
                e.Kind == EventKind.HoursMoved ? "hours-moved" : e.Kind.ToString().ToLowerInvariant(), e.Before, e.After])
            .ToList();
        return new AnalysisTable(rows, [$"Days in zone {clock.Name}."]);
    }
}
