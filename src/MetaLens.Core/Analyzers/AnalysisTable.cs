namespace MetaLens.Analyzers;

/// <summary>The result of an analysis as rows. A value is a string, a bool, an int, a long, a double, an <see cref="NodaTime.Instant"/> or null (not defined here).</summary>
/// <param name="Rows">Rows, each with one value per column of the analysis.</param>
/// <param name="Notes">Sentences a reader needs: what was counted, what could not be said and why.</param>
public sealed record AnalysisTable(IReadOnlyList<object?[]> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>The columns of these rows where the arguments decide them; null = those of the analysis.</summary>
    public IReadOnlyList<AnalysisColumn>? Columns { get; init; }
}
