using System.Collections.Immutable;
using NodaTime;

namespace MetaLens.Reports.Charts;

/// <summary>Amounts day by day, weeks across and weekdays down, a block of rows for each year.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="First">The first day.</param>
/// <param name="Values">Day after day; not negative.</param>
public sealed record CalendarChart(string Id, string Title, string Description, string Unit, LocalDate First, ImmutableArray<double> Values)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => new([Title, Unit],
        [.. Values.Select((v, i) => (ImmutableArray<string>)[Language.Day(First.PlusDays(i), isRelative: false), Language.Figures.Number(v)])]);

    /// <inheritdoc/>
    public override int PreferredWidth => 920;
}
