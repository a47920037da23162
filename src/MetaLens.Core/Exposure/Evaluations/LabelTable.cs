namespace MetaLens.Exposure.Evaluations;

/// <summary>What somebody knows to be true, as read from a label file.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Rows">Its rows, without the header.</param>
public sealed record LabelTable(string File, IReadOnlyList<LabelRow> Rows);
