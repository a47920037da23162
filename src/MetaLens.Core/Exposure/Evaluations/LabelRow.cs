namespace MetaLens.Exposure.Evaluations;

/// <summary>One row of a label file.</summary>
/// <param name="Line">Its line in the file, 1 = the header.</param>
/// <param name="Values">One value per column of the question.</param>
public sealed record LabelRow(int Line, IReadOnlyList<string> Values);
