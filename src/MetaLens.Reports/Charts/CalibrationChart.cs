using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Whether probabilities mean what they say: what was promised against what came true, and the line on which both agree.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Bins">Examples that were promised about the same.</param>
public sealed record CalibrationChart(string Id, string Title, string Description, ImmutableArray<CalibrationBin> Bins)
    : Chart(Id, Title, Description)
{
    /// <inheritdoc/>
    public override int PreferredWidth => 460;

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Language["chart.promised"], Language["chart.came-true"], Language["chart.examples"]], Bins,
        b => [Language.Figures.Percent(b.Promised), Language.Figures.Percent(b.CameTrue), Language.Figures.Count(b.Count)]);
}
