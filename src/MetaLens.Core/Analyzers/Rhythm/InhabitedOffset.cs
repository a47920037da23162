namespace MetaLens.Analyzers.Rhythm;

/// <summary>A UTC offset and who lives by it.</summary>
/// <param name="Hours">Hours from UTC, −12 … 14.</param>
/// <param name="Millions">Inhabitants in millions, rounded.</param>
/// <param name="Places">Zones that keep it, most inhabitants first.</param>
public sealed record InhabitedOffset(double Hours, double Millions, IReadOnlyList<string> Places);
