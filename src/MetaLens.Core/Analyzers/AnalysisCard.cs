namespace MetaLens.Analyzers;

/// <summary>What an analysis is, field by field; <c>docs/methods.md</c> is made of these.</summary>
/// <param name="Id">Short unique name, as on the command line.</param>
/// <param name="Summary">One line.</param>
/// <param name="Definition">The definition, with formulas, and the convention chosen where rivals exist.</param>
/// <param name="Range">Unit and range of the main numbers.</param>
/// <param name="EdgeCases">What it answers for an empty log, one party, one message, hidden columns.</param>
/// <param name="Cost">Time and memory, O(·).</param>
/// <param name="Source">Where the definition comes from, with DOI where there is one.</param>
public sealed record AnalysisCard(string Id, string Summary, string Definition, string Range, string EdgeCases, string Cost, string Source);
