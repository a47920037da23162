using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Counts of the 36 temporal motifs of three deliveries on two or three nodes. Nodes are numbered 0, 1, 2 by first appearance, so the first delivery is always 0→1.
/// </summary>
public sealed class MotifCounts
{
    internal MotifCounts(ImmutableArray<long> counts) => Counts = counts;

    /// <summary>Second delivery of each row, from row 1 to row 6: sender and recipient.</summary>
    public static ImmutableArray<string> SecondDelivery { get; } = ["21", "12", "20", "02", "10", "01"];

    /// <summary>Third delivery of each column, from column 1 to column 6.</summary>
    public static ImmutableArray<string> ThirdDelivery { get; } = ["01", "10", "02", "20", "12", "21"];

    /// <summary>All counts, row after row.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>The count of one motif.</summary>
    /// <param name="row">1 … 6, by the second delivery.</param>
    /// <param name="column">1 … 6, by the third delivery.</param>
    public long this[int row, int column] => Counts[Index(row, column)];

    /// <summary>All motifs together.</summary>
    public long Total => Counts.Sum();

    /// <summary>Distinct nodes of a motif: 2 or 3.</summary>
    /// <param name="row">1 … 6.</param>
    /// <param name="column">1 … 6.</param>
    public static int NodesOf(int row, int column)
    {
        Index(row, column);
        return row >= 5 && column <= 2 ? 2 : 3;
    }

    /// <summary>Distinct pairs of a motif: 1 (one pair), 2 (a star) or 3 (a triangle).</summary>
    /// <param name="row">1 … 6.</param>
    /// <param name="column">1 … 6.</param>
    public static int PairsOf(int row, int column)
    {
        Index(row, column);
        return new[] { "01", SecondDelivery[row - 1], ThirdDelivery[column - 1] }.Select(pair => string.Concat(pair.Order())).Distinct().Count();
    }

    static int Index(int row, int column)
    {
        if (row is < 1 or > 6) throw new ArgumentOutOfRangeException(nameof(row), row, "expected 1 … 6");
        if (column is < 1 or > 6) throw new ArgumentOutOfRangeException(nameof(column), column, "expected 1 … 6");
        return ((row - 1) * 6) + column - 1;
    }

    /// <summary>The place in <see cref="Counts"/> of three deliveries between nodes with any numbers 0 … 2.</summary>
    internal static int IndexOf((int From, int To) first, (int From, int To) second, (int From, int To) third)
    {
        // The third number is whichever the first delivery leaves.
        Span<int> number = stackalloc int[3];
        number[first.From] = 0;
        number[first.To] = 1;
        number[3 - first.From - first.To] = 2;
        return (SecondDelivery.IndexOf($"{number[second.From]}{number[second.To]}") * 6) + ThirdDelivery.IndexOf($"{number[third.From]}{number[third.To]}");
    }
}
