using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace MetaLens.Analyzers.Ties;

/// <summary>Tests of a habit against chance. All are two-sided: twice the smaller tail, at most 1.</summary>
public static class ChanceTests
{
    const int ExactFlips = 24, LeastWaits = 5, LeastWeeks = 4;

    /// <summary>Binomial test: <paramref name="hits"/> of <paramref name="trials"/> where <paramref name="chance"/> is expected; NaN without a trial or where the chance is 0 or 1. O(1).</summary>
    public static double Share(int hits, int trials, double chance)
    {
        if (trials == 0 || !(chance > 0 && chance < 1)) return double.NaN;
        var upTo = hits == trials ? 1 : SpecialFunctions.BetaRegularized(trials - hits, hits + 1.0, 1 - chance);
        var from = hits == 0 ? 1 : SpecialFunctions.BetaRegularized(hits, trials - hits + 1.0, chance);
        return Math.Min(1, 2 * Math.Min(upTo, from));
    }

    /// <summary>
    /// Sign-flip test: the sum of the differences if each might as well have had the other sign. Exact up to 24 differences, normal beyond; NaN when all are 0. O(n²·largest) at worst for the exact one.
    /// Fisher, The Design of Experiments (1935), §21.
    /// </summary>
    public static double Balance(IReadOnlyList<int> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        int[] sizes = [.. differences.Where(d => d != 0).Select(Math.Abs)];
        if (sizes.Length == 0) return double.NaN;
        var found = Math.Abs(differences.Sum());
        if (sizes.Length > ExactFlips) return 2 * Normal.CDF(0, 1, -found / Math.Sqrt(sizes.Sum(d => (double)d * d)));
        // How many of the sign patterns give each sum.
        var patterns = new Dictionary<int, double> { [0] = 1 };
        foreach (var size in sizes)
        {
            var next = new Dictionary<int, double>(2 * patterns.Count);
            foreach (var (sum, count) in patterns)
                foreach (var flipped in (int[])[sum + size, sum - size]) next[flipped] = next.GetValueOrDefault(flipped) + count;
            patterns = next;
        }
        return patterns.Where(p => Math.Abs(p.Key) >= found).Sum(p => p.Value) / Math.Pow(2, sizes.Length);
    }

    /// <summary>Mann–Whitney test whether the one waits longer than the other, normal with correction for equal values; NaN with fewer than five on a side or all equal. O(n log n). Mann, Whitney, Ann. Math. Stat. 18 (1947) 50, doi 10.1214/aoms/1177730491.</summary>
    public static double Longer(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        if (one.Count < LeastWaits || other.Count < LeastWaits) return double.NaN;
        var all = one.Select(x => (Value: x, IsOne: true)).Concat(other.Select(x => (Value: x, IsOne: false))).OrderBy(x => x.Value).ToArray();
        double n = all.Length, ranks = 0, equal = 0;
        for (var i = 0; i < all.Length;)
        {
            var end = i;
            while (end < all.Length && all[end].Value == all[i].Value) end++;
            double alike = end - i, rank = (i + 1 + end) / 2.0;
            equal += alike * alike * alike - alike;
            for (; i < end; i++)
                if (all[i].IsOne) ranks += rank;
        }
        double u = ranks - one.Count * (one.Count + 1) / 2.0, mean = (double)one.Count * other.Count / 2, variance = (double)one.Count * other.Count / 12 * (n + 1 - equal / (n * (n - 1)));
        return variance <= 0 ? double.NaN : Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Max(0, Math.Abs(u - mean) - 0.5) / Math.Sqrt(variance)));
    }

    /// <summary>Dispersion test of counts a week: χ² = Σ (x − x̄)²/x̄ with weeks − 1 degrees of freedom; small where the weeks are more alike, or less alike, than at random. NaN with fewer than four weeks. O(weeks). Fisher, Thornton, Mackenzie, Ann. Appl. Biol. 9 (1922) 325, doi 10.1111/j.1744-7348.1922.tb05962.x.</summary>
    public static double Evenness(IReadOnlyList<int> weeks)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        if (weeks.Count < LeastWeeks) return double.NaN;
        var mean = weeks.Average();
        var upTo = ChiSquared.CDF(weeks.Count - 1, weeks.Sum(x => (x - mean) * (x - mean) / mean));
        return Math.Min(1, 2 * Math.Min(upTo, 1 - upTo));
    }
}
