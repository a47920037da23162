using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Circles one in the other, their areas as the numbers.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Rings">From the inside.</param>
public sealed record RingChart(string Id, string Title, string Description, string Unit, ImmutableArray<Ring> Rings)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Title, Unit], Rings, r => [r.Label, Language.Figures.Number(r.Count)]);

    /// <inheritdoc/>
    public override int PreferredWidth => 620;
}
