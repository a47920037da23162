using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>Communities found in a graph.</summary>
/// <param name="Partition">The communities.</param>
/// <param name="Quality">Their quality, as <see cref="PartitionQuality"/> defines it.</param>
/// <param name="Levels">Nested divisions from fine to coarse: each group of one lies wholly inside a group of the next; the last is <paramref name="Partition"/>.</param>
public sealed record CommunityStructure(Partition Partition, double Quality, ImmutableArray<Partition> Levels);
