namespace MetaLens.Graphs;

/// <summary>How far two divisions of the same nodes agree.</summary>
public static class PartitionAgreement
{
    /// <summary>
    /// Adjusted mutual information: (MI − E[MI])/(mean of the entropies − E[MI]), with E[MI] under random divisions of the same group sizes. 1 = the same division, 0 = what chance gives, slightly
    /// negative below. Two divisions into one group each, or both into single nodes, agree: 1. Convention: arithmetic mean, as scikit-learn's default.
    /// O(nodes + groups² + Σ over pairs of groups of the smaller size). Source: Vinh, Epps, Bailey, JMLR 11 (2010) 2837.
    /// </summary>
    /// <param name="a">Group of each node in the one, any numbers.</param>
    /// <param name="b">Group of each node in the other.</param>
    /// <exception cref="ArgumentException">Not as many nodes in both.</exception>
    public static double AdjustedMutualInformation(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => AdjustedMutualInformation(Contingency.Of(a, b), new LogFactorials(a.Length));

    internal static double AdjustedMutualInformation(Contingency table, LogFactorials logs)
    {
        var (n, rows, columns) = (table.Nodes, table.Rows, table.Columns);
        if (n == 0 || (rows.Count == 1 && columns.Count == 1) || (rows.Count == n && columns.Count == n)) return 1;
        double mutual = 0;
        foreach (var (i, j, count) in table.Cells) mutual += (double)count / n * Math.Log((double)count * n / ((double)rows[i] * columns[j]));
        var expected = ExpectedMutualInformation.Of(rows, columns, n, logs);
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
        var table = Contingency.Of(a, b);
        double Pairs(double k) => k * (k - 1) / 2;
        double inRows = table.Rows.Sum(r => Pairs(r)), inColumns = table.Columns.Sum(c => Pairs(c)), inBoth = table.Cells.Sum(c => Pairs(c.Count)), all = Pairs(a.Length);
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
        var table = Contingency.Of(a, b);
        return Math.Max(0, (2 * Entropy([.. table.Cells.Select(c => c.Count)], a.Length)) - Entropy(table.Rows, a.Length) - Entropy(table.Columns, a.Length));
    }

    static double Entropy(List<int> sizes, int n) => -sizes.Sum(s => (double)s / n * Math.Log((double)s / n));
}
