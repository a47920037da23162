namespace MetaLens.Reports.Charts;

/// <summary>A line from one amount to another.</summary>
/// <param name="Label">What changes.</param>
/// <param name="From">Share before, 0 … 1.</param>
/// <param name="To">Share after, 0 … 1.</param>
/// <param name="Note">What it costs, in a few words; may be empty.</param>
/// <param name="Emphasis">Drawn in the accent.</param>
public sealed record Slope(string Label, double From, double To, string Note = "", bool Emphasis = false);
