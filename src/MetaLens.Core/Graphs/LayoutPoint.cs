namespace MetaLens.Graphs;

/// <summary>A place in a picture.</summary>
/// <param name="X">0 (left) … 1 (right).</param>
/// <param name="Y">0 (top) … 1 (bottom).</param>
public readonly record struct LayoutPoint(double X, double Y);
