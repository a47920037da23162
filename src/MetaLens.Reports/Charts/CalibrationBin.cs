namespace MetaLens.Reports.Charts;

/// <summary>Examples that were promised about the same.</summary>
/// <param name="Promised">Mean probability, 0 … 1.</param>
/// <param name="CameTrue">Share that was a yes, 0 … 1.</param>
/// <param name="Count">How many examples.</param>
public sealed record CalibrationBin(double Promised, double CameTrue, int Count);
