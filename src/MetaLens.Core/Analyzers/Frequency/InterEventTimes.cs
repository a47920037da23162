namespace MetaLens.Analyzers.Frequency;

/// <summary>Measures of the gaps between consecutive events. A gap is in any unit, all of one series in the same; none of the measures but mean and median depends on it.</summary>
public static class InterEventTimes
{
    /// <summary>Mean; NaN without a gap. O(n).</summary>
    public static double Mean(ReadOnlySpan<double> gaps)
    {
        var sum = 0.0;
        foreach (var gap in gaps) sum += gap;
        return sum / gaps.Length;
    }

    /// <summary>Population standard deviation (divide by n); NaN without a gap. O(n).</summary>
    public static double StandardDeviation(ReadOnlySpan<double> gaps)
    {
        var mean = Mean(gaps);
        var sum = 0.0;
        foreach (var gap in gaps) sum += (gap - mean) * (gap - mean);
        return Math.Sqrt(sum / gaps.Length);
    }

    /// <summary>Median, the mean of the two middle values for an even number; NaN without a gap. Sorts the span. O(n log n).</summary>
    public static double MedianBySorting(Span<double> gaps)
    {
        if (gaps.IsEmpty) return double.NaN;
        gaps.Sort();
        var middle = gaps.Length / 2;
        return gaps.Length % 2 == 1 ? gaps[middle] : (gaps[middle - 1] + gaps[middle]) / 2;
    }

    /// <summary>
    /// Burstiness B = (σ − μ)/(σ + μ): −1 for a clock, 0 for a Poisson process, towards 1 for bursts. NaN without a gap, and when all gaps are 0. O(n).
    /// Goh &amp; Barabási, EPL 81:48002 (2008), doi 10.1209/0295-5075/81/48002.
    /// </summary>
    public static double Burstiness(ReadOnlySpan<double> gaps)
    {
        var (deviation, mean) = (StandardDeviation(gaps), Mean(gaps));
        return (deviation - mean) / (deviation + mean);
    }

    /// <summary>
    /// Burstiness corrected for few gaps: with r = σ/μ and n gaps, (√(n+1)·r − √(n−1)) / ((√(n+1) − 2)·r + √(n−1)). −1 for a clock, 1 for the burstiest series possible with n gaps, 0 in expectation
    /// for a Poisson process whatever n. NaN with fewer than two gaps, and when all gaps are 0. O(n). Kim &amp; Jo, PRE 94:032311 (2016), doi 10.1103/PhysRevE.94.032311.
    /// </summary>
    public static double FiniteBurstiness(ReadOnlySpan<double> gaps)
    {
        if (gaps.Length < 2) return double.NaN;
        var r = StandardDeviation(gaps) / Mean(gaps);
        double up = Math.Sqrt(gaps.Length + 1), down = Math.Sqrt(gaps.Length - 1);
        return (up * r - down) / ((up - 2) * r + down);
    }

    /// <summary>
    /// Memory: Pearson correlation of consecutive gaps, −1 … 1; positive when short gaps follow short ones. NaN with fewer than three gaps or without variation. O(n). Goh &amp; Barabási (2008).
    /// </summary>
    public static double Memory(ReadOnlySpan<double> gaps)
    {
        if (gaps.Length < 3) return double.NaN;
        ReadOnlySpan<double> before = gaps[..^1], after = gaps[1..];
        double meanBefore = Mean(before), meanAfter = Mean(after), covariance = 0;
        for (var i = 0; i < before.Length; i++) covariance += (before[i] - meanBefore) * (after[i] - meanAfter);
        var scale = StandardDeviation(before) * StandardDeviation(after) * before.Length;
        return scale == 0 ? double.NaN : Math.Clamp(covariance / scale, -1, 1);
    }
}
