using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>The numbers of a picture, for screen readers and for copying.</summary>
/// <param name="Columns">The head.</param>
/// <param name="Rows">Rows with one text per column; the first is the row's own head.</param>
public sealed record ChartTable(ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>A table with a row for each item.</summary>
    public static ChartTable Of<T>(ImmutableArray<string> columns, IEnumerable<T> items, Func<T, ImmutableArray<string>> row) => new(columns, [.. items.Select(row)]);
}
