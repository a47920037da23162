namespace MetaLens.Analyzers.Conversations;

/// <summary>Estimates from the gaps themselves how long a silence ends a conversation.</summary>
public static class GapMixtureFitter
{
    const int LeastGaps = 50, MostSteps = 200, Draws = 100;

    // Gaps are counted on a logarithmic grid of 40 steps a decade, 1 ms to 10^9 s; EM then costs the same for any log.
    const int PerDecade = 40, Decades = 12;
    const double LowestLog10 = -3;

    /// <summary>
    /// Fits the mixture by expectation–maximisation on the logarithms and draws gaps again for the interval. Null with fewer than 50 gaps above 0, or when the two components do not come apart. O(n + draws · grid · steps).
    /// </summary>
    /// <param name="gapSeconds">Gaps in seconds, above 0.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static GapMixture? Fit(ReadOnlySpan<double> gapSeconds, int seed)
    {
        var counts = new double[PerDecade * Decades];
        foreach (var gap in gapSeconds) counts[Math.Clamp((int)((Math.Log10(gap) - LowestLog10) * PerDecade), 0, counts.Length - 1)]++;
        if (gapSeconds.Length < LeastGaps || Fit(counts) is not { } fit) return null;
        var random = new Random(seed);
        var boundaries = new List<double>();
        for (var d = 0; d < Draws; d++)
            if (Fit(Resampled(counts, random)) is { } drawn) boundaries.Add(drawn.Boundary);
        boundaries.Sort();
        double low = fit.Boundary, high = fit.Boundary;
        if (boundaries.Count > 0) (low, high) = (boundaries[(int)(0.025 * (boundaries.Count - 1))], boundaries[(int)Math.Ceiling(0.975 * (boundaries.Count - 1))]);
        return new GapMixture(Math.Pow(10, fit.ShortMean), Math.Pow(10, fit.LongMean), fit.ShareShort, Math.Pow(10, fit.Boundary), Math.Pow(10, low), Math.Pow(10, high), gapSeconds.Length);
    }

    // A Poisson count per cell is the bootstrap of so many independent gaps.
    static double[] Resampled(double[] counts, Random random) => Array.ConvertAll(counts, c => c == 0 ? 0 : (double)MathNet.Numerics.Distributions.Poisson.Sample(random, c));

    static (double ShortMean, double LongMean, double ShareShort, double Boundary)? Fit(double[] counts)
    {
        var all = counts.Sum();
        double m1 = Quantile(counts, 0.25 * all), m2 = Quantile(counts, 0.9 * all), s1 = 0.7, s2 = 0.7, w = 0.5;
        for (var step = 0; step < MostSteps; step++)
        {
            double n1 = 0, n2 = 0, x1 = 0, x2 = 0, q1 = 0, q2 = 0;
            for (var c = 0; c < counts.Length; c++)
            {
                if (counts[c] == 0) continue;
                var x = Middle(c);
                double p1 = w * Density(x, m1, s1), p2 = (1 - w) * Density(x, m2, s2), r = p1 + p2 > 0 ? p1 / (p1 + p2) : Math.Abs(x - m1) < Math.Abs(x - m2) ? 1 : 0;
                n1 += counts[c] * r;
                n2 += counts[c] * (1 - r);
                x1 += counts[c] * r * x;
                x2 += counts[c] * (1 - r) * x;
                q1 += counts[c] * r * x * x;
                q2 += counts[c] * (1 - r) * x * x;
            }
            if (n1 < 1 || n2 < 1) return null;
            var before = m1 + m2;
            (m1, m2, w) = (x1 / n1, x2 / n2, n1 / (n1 + n2));
            (s1, s2) = (Math.Sqrt(Math.Max(0.01, q1 / n1 - m1 * m1)), Math.Sqrt(Math.Max(0.01, q2 / n2 - m2 * m2)));
            if (Math.Abs(m1 + m2 - before) < 1e-7) break;
        }
        if (m1 > m2) (m1, m2, s1, s2, w) = (m2, m1, s2, s1, 1 - w);
        // Between the two means the posterior falls from short to long; halve the bracket until it is even.
        double low = m1, high = m2;
        if (w * Density(low, m1, s1) <= (1 - w) * Density(low, m2, s2) || w * Density(high, m1, s1) >= (1 - w) * Density(high, m2, s2)) return null;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (w * Density(middle, m1, s1) > (1 - w) * Density(middle, m2, s2)) low = middle;
            else high = middle;
        }
        return (m1, m2, w, low);
    }

    static double Density(double x, double mean, double deviation) => Math.Exp(-(x - mean) * (x - mean) / (2 * deviation * deviation)) / deviation;

    static double Middle(int cell) => LowestLog10 + (cell + 0.5) / PerDecade;

    static double Quantile(double[] counts, double target)
    {
        var c = 0;
        while (c < counts.Length - 1 && (target -= counts[c]) > 0) c++;
        return Middle(c);
    }
}
