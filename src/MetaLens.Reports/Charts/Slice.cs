namespace MetaLens.Reports.Charts;

/// <summary>A part of the time that a picture covers.</summary>
/// <param name="First">Its first day in words.</param>
/// <param name="Last">Its last day in words.</param>
public readonly record struct Slice(string First, string Last);
