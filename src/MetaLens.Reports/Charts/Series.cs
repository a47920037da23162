using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>A line.</summary>
/// <param name="Label">Its name, written at its end.</param>
/// <param name="Points">In order of X.</param>
/// <param name="Emphasis">Drawn in the accent.</param>
public sealed record Series(string Label, ImmutableArray<(double X, double Y)> Points, bool Emphasis = false);
