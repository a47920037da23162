using System.Collections.Immutable;
using NodaTime;

namespace MetaLens.Reports.Charts;

/// <summary>An amount over time as an area from zero, with what happened labelled on it.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What is counted, and over what ("messages a day").</param>
/// <param name="First">The day of the first value.</param>
/// <param name="DaysApart">Days from one value to the next, at least 1.</param>
/// <param name="Values">One after the other; not negative.</param>
/// <param name="Events">In order of time.</param>
/// <param name="Relative">The dates count from an unnamed start (1970-01-01 is day 1) and are read as "day 12".</param>
public sealed record Timeline(
    string Id, string Title, string Description, string Unit, LocalDate First, int DaysApart, ImmutableArray<double> Values, ImmutableArray<TimelineEvent> Events, bool Relative = false)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => new([Title, Unit, Language["chart.event"]], [.. Values.Select((value, i) =>
        (ImmutableArray<string>)[Read(First.PlusDays(i * DaysApart)), Language.Figures.Number(value), string.Join("; ", EventsFrom(First.PlusDays(i * DaysApart)))])]);

    /// <inheritdoc/>
    public override IEnumerable<string> PersonKeys => Events.Select(e => e.Key).OfType<string>();

    /// <inheritdoc/>
    public override int PreferredWidth => 1040;

    /// <summary>A date as the picture writes it.</summary>
    public string Read(LocalDate day) => Language.Day(day, Relative);

    IEnumerable<string> EventsFrom(LocalDate day) => Events.Where(e => e.Day >= day && e.Day < day.PlusDays(DaysApart)).Select(e => e.Label);
}
