namespace MetaLens.Analyzers.Indicators;

/// <summary>One indicator on one sort of interaction.</summary>
/// <param name="Name">bandicoot's name, or one of MetaLens' own.</param>
/// <param name="Interaction"><c>call</c>, <c>text</c> (everything that is no call) or <c>callandtext</c>.</param>
/// <param name="Meaning">One line with unit and range.</param>
/// <param name="IsDistribution">Whether it is a distribution to be summarised rather than a number.</param>
sealed record Measure(string Name, string Interaction, string Meaning, bool IsDistribution = false);
