namespace MetaLens.Core.Tests.Notebooks;

/// <summary>What a code cell gives.</summary>
/// <param name="Printed">What it wrote to the console.</param>
/// <param name="Value">The value of its last expression as text; null where it ends in a statement.</param>
sealed record CellOutput(string Printed, string? Value);
