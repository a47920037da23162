using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>What is left against what it costs: dots, the best of each cost joined.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="XTitle">What X is, with its unit.</param>
/// <param name="YTitle">What Y is.</param>
/// <param name="Dots">The points.</param>
public sealed record ParetoChart(string Id, string Title, string Description, string XTitle, string YTitle, ImmutableArray<Dot> Dots)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Title, XTitle, YTitle, Language["chart.frontier"]], Dots, d => [d.Label, Language.Figures.Number(d.X), Language.Figures.Percent(d.Y), d.OnFrontier ? Language["chart.yes"] : Language["chart.no"]]);
}
