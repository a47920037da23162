using System.Collections.Immutable;
using System.Globalization;

namespace MetaLens.Graphs;

/// <summary>
/// Nodes divided into disjoint groups (components, communities). Groups are numbered from 0 by falling size, equal sizes by their smallest node, so that equal
/// divisions have equal numbers however they were found. Immutable.
/// </summary>
public sealed class Partition
{
    Partition(ImmutableArray<int> group, ImmutableArray<int> sizes) => (Group, Sizes) = (group, sizes);

    /// <summary>The group of each node, 0 … <see cref="Count"/> − 1.</summary>
    public ImmutableArray<int> Group { get; }

    /// <summary>Nodes in each group, falling.</summary>
    public ImmutableArray<int> Sizes { get; }

    /// <summary>Number of groups; 0 for no nodes.</summary>
    public int Count => Sizes.Length;

    /// <summary>Makes a partition of any labels, one per node. O(n log n).</summary>
    public static Partition Of(ReadOnlySpan<int> labels)
    {
        var index = new Dictionary<int, int>();
        var dense = new int[labels.Length];
        var size = new List<int>();
        for (var v = 0; v < labels.Length; v++)
        {
            if (!index.TryGetValue(labels[v], out var g))
            {
                index[labels[v]] = g = size.Count;
                size.Add(0);
            }
            dense[v] = g;
            size[g]++;
        }
        // First seen = smallest node, so a stable sort by size settles ties.
        var order = Enumerable.Range(0, size.Count).OrderByDescending(g => size[g]).ToArray();
        var rank = new int[order.Length];
        for (var r = 0; r < order.Length; r++) rank[order[r]] = r;
        for (var v = 0; v < dense.Length; v++) dense[v] = rank[dense[v]];
        return new Partition([.. dense], [.. order.Select(g => size[g])]);
    }

    /// <summary>
    /// The place of each node in nested divisions: its group in the coarsest, its part inside that group in the next finer one, and so on with dots between ("0.2.1"); parts are numbered from 0 by falling size within
    /// what they are part of. O(n · levels).
    /// </summary>
    /// <param name="levels">Divisions of the same nodes from fine to coarse, each group inside one of the next; at least one.</param>
    public static ImmutableArray<string> Paths(IReadOnlyList<Partition> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        string[] path = [.. levels[^1].Group.Select(g => g.ToString(CultureInfo.InvariantCulture))];
        for (var level = levels.Count - 2; level >= 0; level--)
        {
            var (fine, coarse) = (levels[level], levels[level + 1]);
            var partOf = new int[fine.Count];
            for (var v = 0; v < path.Length; v++) partOf[fine.Group[v]] = coarse.Group[v];
            // Groups are numbered by falling size already.
            var (number, next) = (new int[fine.Count], new int[coarse.Count]);
            for (var g = 0; g < fine.Count; g++) number[g] = next[partOf[g]]++;
            for (var v = 0; v < path.Length; v++) path[v] = string.Create(CultureInfo.InvariantCulture, $"{path[v]}.{number[fine.Group[v]]}");
        }
        return [.. path];
    }

    /// <summary>The nodes of each group, ascending. O(n).</summary>
    public ImmutableArray<ImmutableArray<int>> Members()
    {
        var members = Sizes.Select(size => ImmutableArray.CreateBuilder<int>(size)).ToArray();
        for (var v = 0; v < Group.Length; v++) members[Group[v]].Add(v);
        return [.. members.Select(m => m.MoveToImmutable())];
    }
}
