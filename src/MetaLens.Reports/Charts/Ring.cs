namespace MetaLens.Reports.Charts;

/// <summary>A ring and all rings inside it.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Count">How many are inside it, the inner ones included; not negative, not below the ring before.</param>
public sealed record Ring(string Label, double Count);
