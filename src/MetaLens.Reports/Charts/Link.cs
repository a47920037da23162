namespace MetaLens.Reports.Charts;

/// <summary>A line of a node-link picture.</summary>
/// <param name="A">Index of one node.</param>
/// <param name="B">Index of the other.</param>
/// <param name="Weight">How strong it is drawn; not negative.</param>
/// <param name="When">A character for each of <see cref="NodeLink.Slices"/>: 1 where it was there, else 0; empty without slices.</param>
public readonly record struct Link(int A, int B, double Weight, string When = "");
