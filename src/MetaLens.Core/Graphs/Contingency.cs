namespace MetaLens.Graphs;

/// <summary>
/// Two divisions of the same nodes laid over each other: how many nodes each pair of groups shares, for those that share any, and the sizes of groups. Rows are the groups of the one in the order of their
/// numbers, columns those of the other as they are met. Sorted pairs, not a table: groups may be as many as nodes.
/// </summary>
sealed class Contingency
{
    public int Nodes { get; private set; }

    /// <summary>Sizes of the groups of the one.</summary>
    public List<int> Rows { get; } = [];

    /// <summary>Sizes of the groups of the other.</summary>
    public List<int> Columns { get; } = [];

    public List<(int Row, int Column, int Count)> Cells { get; } = [];

    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static Contingency Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var pairs = Pairs(a, b);
        Array.Sort(pairs);
        return OfSorted(pairs);
    }

    /// <summary>The same, and in which cell each node is.</summary>
    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static Contingency Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int[] cellOf)
    {
        var pairs = Pairs(a, b);
        var nodes = Enumerable.Range(0, pairs.Length).ToArray();
        Array.Sort(pairs, nodes);
        cellOf = new int[nodes.Length];
        for (var (i, cell) = (0, 0); i < nodes.Length; i++) cellOf[nodes[i]] = i > 0 && pairs[i] != pairs[i - 1] ? ++cell : cell;
        return OfSorted(pairs);
    }

    /// <summary>What is left of it of some of the nodes.</summary>
    /// <param name="counts">How many nodes are left of each cell.</param>
    public Contingency Of(ReadOnlySpan<int> counts)
    {
        var left = new Contingency();
        var (row, columnOf) = (-1, new int[Columns.Count]);
        columnOf.AsSpan().Fill(-1);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            var cell = Cells[i];
            ref var column = ref columnOf[cell.Column];
            if (column < 0) column = left.Columns.Count;
            left.Add(cell.Row != row, column, counts[i]);
            row = cell.Row;
        }
        return left;
    }

    static long[] Pairs(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} nodes in the one division and {b.Length} in the other; expected as many.", nameof(b));
        var pairs = new long[a.Length];
        for (var v = 0; v < pairs.Length; v++) pairs[v] = ((long)a[v] << 32) | (uint)b[v];
        return pairs;
    }

    static Contingency OfSorted(ReadOnlySpan<long> pairs)
    {
        var all = new Contingency();
        var columnOf = new Dictionary<int, int>();
        for (var i = 0; i < pairs.Length;)
        {
            var end = i + 1;
            while (end < pairs.Length && pairs[end] == pairs[i]) end++;
            if (!columnOf.TryGetValue((int)pairs[i], out var column)) columnOf[(int)pairs[i]] = column = all.Columns.Count;
            all.Add(i == 0 || pairs[i] >> 32 != pairs[i - 1] >> 32, column, end - i);
            i = end;
        }
        return all;
    }

    void Add(bool inNewRow, int column, int count)
    {
        if (inNewRow) Rows.Add(0);
        if (column == Columns.Count) Columns.Add(0);
        Nodes += count;
        Rows[^1] += count;
        Columns[column] += count;
        Cells.Add((Rows.Count - 1, column, count));
    }
}
