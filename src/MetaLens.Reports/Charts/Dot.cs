namespace MetaLens.Reports.Charts;

/// <summary>A point in a plane.</summary>
/// <param name="Label">Its name.</param>
/// <param name="X">Not negative.</param>
/// <param name="Y">Share, 0 … 1.</param>
/// <param name="OnFrontier">Nothing else is at least as good in both and better in one.</param>
public sealed record Dot(string Label, double X, double Y, bool OnFrontier);
