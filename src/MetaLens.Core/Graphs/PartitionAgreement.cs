namespace MetaLens.Graphs;

/// <summary>How far two divisions of the same nodes agree.</summary>
public static class PartitionAgreement
{
    const double Negligible = 1e-20;

    /// <summary>
    /// Adjusted mutual information: (MI − E[MI])/(mean of the entropies − E[MI]), with E[MI] under random divisions of the same group sizes. 1 = the same division, 0 = what chance gives, slightly
    /// negative below. Two divisions into one group each, or both into single nodes, agree: 1. Convention: arithmetic mean, as scikit-learn's default.
    /// O(nodes + groups² + Σ over pairs of groups of the smaller size). Source: Vinh, Epps, Bailey, JMLR 11 (2010) 2837.
    /// </summary>
    /// <param name="a">Group of each node in the one, any numbers.</param>
    /// <param name="b">Group of each node in the other.</param>
    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static double AdjustedMutualInformation(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (rows, columns, cells) = Contingency(a, b);
        var n = a.Length;
        if (n == 0 || (rows.Count == 1 && columns.Count == 1) || (rows.Count == n && columns.Count == n)) return 1;
        double mutual = 0;
        foreach (var (i, j, count) in cells) mutual += (double)count / n * Math.Log((double)count * n / ((double)rows[i] * columns[j]));
        var expected = ExpectedMutualInformation(rows, columns, n);
        var denominator = ((Entropy(rows, n) + Entropy(columns, n)) / 2) - expected;
        return Math.Abs(denominator) < 1e-15 ? 0 : (mutual - expected) / denominator;
    }

    /// <summary>
    /// Adjusted Rand index: agreement over pairs of nodes, 1 = the same, 0 = what chance gives. Two divisions into one group each agree: 1. O(nodes). Source: Hubert and Arabie,
    /// Journal of Classification 2 (1985) 193, doi:10.1007/BF01908075.
    /// </summary>
    /// <param name="a">Group of each node in the one, any numbers.</param>
    /// <param name="b">Group of each node in the other.</param>
    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static double AdjustedRandIndex(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (rows, columns, cells) = Contingency(a, b);
        double Pairs(double k) => k * (k - 1) / 2;
        double inRows = rows.Sum(r => Pairs(r)), inColumns = columns.Sum(c => Pairs(c)), inBoth = cells.Sum(c => Pairs(c.Count)), all = Pairs(a.Length);
        var expected = all == 0 ? 0 : inRows * inColumns / all;
        var most = (inRows + inColumns) / 2;
        return most - expected == 0 ? 1 : (inBoth - expected) / (most - expected);
    }

    /// <summary>
    /// Variation of information in nats: what either division tells beyond the other, 0 (the same) … ln(nodes). A distance. O(nodes).
    /// Source: Meilă, Journal of Multivariate Analysis 98 (2007) 873, doi:10.1016/j.jmva.2006.11.013.
    /// </summary>
    /// <param name="a">Group of each node in the one, any numbers.</param>
    /// <param name="b">Group of each node in the other.</param>
    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static double VariationOfInformation(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var (rows, columns, cells) = Contingency(a, b);
        return Math.Max(0, (2 * Entropy([.. cells.Select(c => c.Count)], a.Length)) - Entropy(rows, a.Length) - Entropy(columns, a.Length));
    }

    // Group sizes of either division and, for every pair of groups that share a node, how many. Sorted pairs, not a table: groups may be as many as nodes.
    static (List<int> Rows, List<int> Columns, List<(int Row, int Column, int Count)> Cells) Contingency(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length != b.Length) throw new ArgumentException($"{a.Length} nodes in the one division and {b.Length} in the other; expected as many.", nameof(b));
        var pairs = new long[a.Length];
        for (var v = 0; v < pairs.Length; v++) pairs[v] = ((long)a[v] << 32) | (uint)b[v];
        Array.Sort(pairs);
        List<int> rows = [], columns = [];
        var columnOf = new Dictionary<int, int>();
        var cells = new List<(int, int, int)>();
        for (var i = 0; i < pairs.Length;)
        {
            var end = i + 1;
            while (end < pairs.Length && pairs[end] == pairs[i]) end++;
            if (i == 0 || pairs[i] >> 32 != pairs[i - 1] >> 32) rows.Add(0);
            rows[^1] += end - i;
            if (!columnOf.TryGetValue((int)pairs[i], out var column))
            {
                columnOf[(int)pairs[i]] = column = columns.Count;
                columns.Add(0);
            }
            columns[column] += end - i;
            cells.Add((rows.Count - 1, column, end - i));
            i = end;
        }
        return (rows, columns, cells);
    }

    static double Entropy(List<int> sizes, int n) => -sizes.Sum(s => (double)s / n * Math.Log((double)s / n));

    // Sizes repeat (many small groups), so each pair of different sizes is worked out once and counted as often as it occurs.
    static double ExpectedMutualInformation(List<int> rows, List<int> columns, int n)
    {
        var (log, logFactorial) = (new double[n + 1], new double[n + 1]);
        for (var k = 2; k <= n; k++) logFactorial[k] = logFactorial[k - 1] + (log[k] = Math.Log(k));
        double expected = 0;
        foreach (var r in rows.CountBy(s => s))
            foreach (var c in columns.CountBy(s => s))
                expected += (double)r.Value * c.Value * OfSizes(r.Key, c.Key);
        return expected;

        // The overlap k is hypergeometric: from its mode outwards by the ratio of neighbours, until what is left cannot be seen in a double.
        double OfSizes(int r, int c)
        {
            int low = Math.Max(1, r + c - n), high = Math.Min(r, c), mode = Math.Clamp((int)((r + 1.0) * (c + 1.0) / (n + 2.0)), low, high);
            var atMode = Math.Exp(logFactorial[r] + logFactorial[c] + logFactorial[n - r] + logFactorial[n - c] - logFactorial[n]
                - logFactorial[mode] - logFactorial[r - mode] - logFactorial[c - mode] - logFactorial[n - r - c + mode]);
            double sum = 0, p = atMode;
            for (var k = mode; k <= high && p > Negligible; k++)
            {
                sum += Term(k) * p;
                p *= (double)(r - k) * (c - k) / ((k + 1.0) * (n - r - c + k + 1.0));
            }
            p = atMode;
            for (var k = mode; k > low && p > Negligible; k--)
            {
                p *= k * (double)(n - r - c + k) / ((r - k + 1.0) * (c - k + 1.0));
                sum += Term(k - 1) * p;
            }
            return sum;

            double Term(int k) => (double)k / n * (log[n] + log[k] - log[r] - log[c]);
        }
    }
}
