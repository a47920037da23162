using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Amounts in a grid, darker for more. Columns may wrap round (hours of a day from noon to noon), and a span of them may be marked.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Rows">Names of the rows, from the top.</param>
/// <param name="Columns">Names of the columns, from the left.</param>
/// <param name="Values">Row after row; not negative.</param>
/// <param name="LabelEvery">Every how many columns a name is written.</param>
/// <param name="Mark">A span of columns (from, to; column units, fractions allowed) and what it is; null for none.</param>
public sealed record HeatMap(
    string Id, string Title, string Description, string Unit, ImmutableArray<string> Rows, ImmutableArray<string> Columns, ImmutableArray<double> Values,
    int LabelEvery = 1, (double From, double To, string Label)? Mark = null)
    : Chart(Id, Title, Description)
{
    /// <summary>The same names for a telephone.</summary>
    public ImmutableArray<string> ShortRows { get; init; } = Rows;

    /// <inheritdoc/>
    public override ChartTable Table => new([Title, .. Columns],
        [.. Rows.Select((row, r) => (ImmutableArray<string>)[row, .. Enumerable.Range(0, Columns.Length).Select(c => Language.Figures.Number(this[r, c]))])]);

    /// <inheritdoc/>
    public override int PreferredWidth => 920;

    /// <summary>The amount in a cell.</summary>
    public double this[int row, int column] => Values[(row * Columns.Length) + column];
}
