using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>The room that one component of a layout needs.</summary>
/// <param name="Members">Its nodes.</param>
/// <param name="Radius">Of the disc round its centre, margin included.</param>
sealed record LayoutDisc(ImmutableArray<int> Members, double Radius);
