namespace MetaLens.Graphs;

/// <summary>What to make of many p-values at once.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// For each p-value the smallest share of false discoveries at which it would be kept (adjusted p-value), 0 … 1, in the order given. O(n log n).
    /// Source: Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289, doi 10.1111/j.2517-6161.1995.tb02031.x.
    /// </summary>
    /// <param name="pValues">0 … 1; NaN = not tested, stays NaN and does not count.</param>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double[pValues.Count];
        Array.Fill(adjusted, double.NaN);
        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => !double.IsNaN(pValues[i])).OrderBy(i => pValues[i])];
        var least = 1.0;
        for (var rank = order.Length; rank >= 1; rank--) adjusted[order[rank - 1]] = least = Math.Min(least, pValues[order[rank - 1]] * order.Length / rank);
        return adjusted;
    }
}
