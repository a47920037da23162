using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>Closeness of each node by three conventions, each 0 … 1.</summary>
/// <param name="Plain">Within what the node reaches or is reached by.</param>
/// <param name="WassermanFaust">The same scaled by the share of nodes reached.</param>
/// <param name="Harmonic">Mean of 1/distance over all other nodes.</param>
public sealed record ClosenessScores(ImmutableArray<double> Plain, ImmutableArray<double> WassermanFaust, ImmutableArray<double> Harmonic);
