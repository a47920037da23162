namespace MetaLens.Reports.Charts;

/// <summary>A node of a node-link picture.</summary>
/// <param name="Label">Its name.</param>
/// <param name="X">0 … 1 from the left.</param>
/// <param name="Y">0 … 1 from the top.</param>
/// <param name="Weight">How large it is drawn, by area; not negative.</param>
/// <param name="Group">Its group, 0-based; from 6 on drawn grey, −1 for none.</param>
/// <param name="Key">See <see cref="Bar"/>.</param>
/// <param name="Emphasis">Drawn in the accent.</param>
public sealed record Node(string Label, double X, double Y, double Weight, int Group, string? Key = null, bool Emphasis = false);
