using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>The same small picture for several, each scaled to its own largest value: shapes are to be compared, not heights.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What a value counts.</param>
/// <param name="Columns">What each value stands for; as many as values in a panel.</param>
/// <param name="Panels">The pictures.</param>
public sealed record SmallMultiples(string Id, string Title, string Description, string Unit, ImmutableArray<string> Columns, ImmutableArray<Panel> Panels)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([$"{Title} ({Unit})", .. Columns], Panels, p => [p.Label, .. p.Values.Select(Language.Figures.Number)]);

    /// <inheritdoc/>
    public override IEnumerable<string> PersonKeys => Panels.Select(p => p.Key).OfType<string>();

    /// <inheritdoc/>
    public override int PreferredWidth => 1040;
}
