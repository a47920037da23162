namespace MetaLens.Analyzers;

/// <summary>A column of an analysis' table.</summary>
/// <param name="Name">Name in snake_case that tells unit or range.</param>
/// <param name="Meaning">One line.</param>
public sealed record AnalysisColumn(string Name, string Meaning);
