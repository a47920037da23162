using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>One of several small pictures of the same kind.</summary>
/// <param name="Label">Whose or what it is.</param>
/// <param name="Values">One after the other; not negative.</param>
/// <param name="Note">A few words below the label.</param>
/// <param name="Key">See <see cref="Bar"/>.</param>
public sealed record Panel(string Label, ImmutableArray<double> Values, string Note = "", string? Key = null);
