namespace MetaLens.Ingestion.Delimited;

/// <summary>A line that the byte scanner leaves to the row reader.</summary>
/// <param name="RowsBefore">Plain rows of the block before it.</param>
/// <param name="LinesBefore">Lines of the block before it.</param>
/// <param name="Start">Its first byte in the block.</param>
/// <param name="End">The byte after its last, the line end not included.</param>
readonly record struct UnusualLine(int RowsBefore, int LinesBefore, int Start, int End);
