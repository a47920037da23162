using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Shares before and after, each pair joined by a line.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Before">Name of the left axis.</param>
/// <param name="After">Name of the right axis.</param>
/// <param name="Slopes">The lines.</param>
public sealed record SlopeChart(string Id, string Title, string Description, string Before, string After, ImmutableArray<Slope> Slopes)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Title, Before, After, Language["chart.cost"]], Slopes, s => [s.Label, Language.Figures.Percent(s.From), Language.Figures.Percent(s.To), s.Note]);
}
