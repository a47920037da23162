namespace MetaLens.Reports;

/// <summary>A protection that could be taken, with what it takes away and what it costs.</summary>
/// <param name="Name">What it is, in words ("pad every message to 160 bytes").</param>
/// <param name="ExposureNow">Mean exposure over the questions without it, 0 … 1.</param>
/// <param name="ExposureThen">Mean exposure with it, 0 … 1.</param>
/// <param name="DelaySeconds">Mean delay it adds to a message, seconds.</param>
/// <param name="ExtraBytesShare">Bytes it adds, as a share of the bytes sent now (0.4 = 40 % more).</param>
/// <param name="OnFrontier">No other protection takes away as much for less.</param>
public sealed record ProtectionAdvice(string Name, double ExposureNow, double ExposureThen, double DelaySeconds, double ExtraBytesShare, bool OnFrontier);
