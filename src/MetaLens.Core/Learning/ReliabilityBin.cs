namespace MetaLens.Learning;

/// <summary>Examples that were given about the same probability.</summary>
/// <param name="MeanProbability">The mean of what they were given, 0 … 1.</param>
/// <param name="ShareOfYes">How many of them were a yes, 0 … 1.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct ReliabilityBin(double MeanProbability, double ShareOfYes, int Count);
