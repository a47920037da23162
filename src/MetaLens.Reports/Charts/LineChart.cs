using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Lines from a zero baseline: a receiver operating characteristic, a reliability curve, a social signature (share of messages by rank of the contact).</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="XTitle">What X is, with its unit.</param>
/// <param name="YTitle">What Y is; a share.</param>
/// <param name="Lines">At most six.</param>
/// <param name="Diagonal">What the diagonal means (guessing; perfectly calibrated); null for none. With one, both axes run from 0 to 1.</param>
public sealed record LineChart(string Id, string Title, string Description, string XTitle, string YTitle, ImmutableArray<Series> Lines, string? Diagonal = null)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Title, XTitle, YTitle], Lines.SelectMany(l => l.Points.Select(p => (l.Label, p.X, p.Y))),
        p => [p.Label, Figures.Number(p.X), Figures.Percent(p.Y)]);

    /// <inheritdoc/>
    public override int PreferredWidth => 620;
}
