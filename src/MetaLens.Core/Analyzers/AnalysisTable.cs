namespace MetaLens.Analyzers;

/// <summary>The result of an analysis as rows. A value is a string, a bool, an int, a long, a double, an <see cref="NodaTime.Instant"/> or null (not defined here).</summary>
/// <param name="Rows">Rows, each with one value per column of the analysis.</param>
/// <param name="Notes">Sentences a reader needs: what was counted, what could not be said and why.</param>
public sealed record AnalysisTable(IReadOnlyList<object?[]> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The columns of these rows where the arguments decide them; null = those of the analysis.</summary>
    public IReadOnlyList<AnalysisColumn>? Columns { get; init; }

    /// <summary>A number as a value of a row: null where it is not defined (NaN) or has no end.</summary>
    public static double? Cell(double? number) => number is { } value && double.IsFinite(value) ? value : null;
}
