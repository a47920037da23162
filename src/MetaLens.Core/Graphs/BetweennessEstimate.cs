using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>Betweenness estimated from some starts.</summary>
/// <param name="Scores">One value per node, 0 … 1 up to the error.</param>
/// <param name="Samples">Starts used.</param>
/// <param name="ErrorBound">No value is off by more than this, but for the risk that was accepted.</param>
public sealed record BetweennessEstimate(ImmutableArray<double> Scores, int Samples, double ErrorBound);
