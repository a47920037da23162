namespace MetaLens.Analyzers.Rhythm;

/// <summary>A time zone and how many people live by its clock.</summary>
/// <param name="Id">IANA name.</param>
/// <param name="Millions">Inhabitants in millions, rounded.</param>
public readonly record struct InhabitedZone(string Id, double Millions);
