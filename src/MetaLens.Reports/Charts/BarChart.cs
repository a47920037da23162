using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Bars from zero, one below the other, each with its label and its number.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Bars">From the top.</param>
/// <param name="Parts">The names of the two parts of a bar; null for undivided bars.</param>
/// <param name="Share">Whether the values are shares 0 … 1, to be read in per cent.</param>
public sealed record BarChart(string Id, string Title, string Description, string Unit, ImmutableArray<Bar> Bars, (string First, string Second)? Parts = null, bool Share = false)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override ChartTable Table => Parts is { } parts
        ? ChartTable.Of([Title, Unit, parts.First, parts.Second], Bars, b => [b.Label, Read(b.Value), Read(b.Part ?? 0), Read(b.Value - (b.Part ?? 0))])
        : Bars.Any(b => b.Low is not null)
            ? ChartTable.Of([Title, Unit, Language["chart.interval"]], Bars, b => [b.Label, Read(b.Value), b is { Low: { } low, High: { } high } ? $"{Read(low)} – {Read(high)}" : "–"])
            : ChartTable.Of([Title, Unit], Bars, b => [b.Label, Read(b.Value)]);

    /// <inheritdoc/>
    public override IEnumerable<string> PersonKeys => Bars.SelectMany(b => new[] { b.Key, b.OtherKey }).OfType<string>();

    /// <summary>A value as the picture writes it.</summary>
    public string Read(double value) => Share ? Language.Figures.Percent(value) : Language.Figures.Number(value);
}
