namespace MetaLens.Exposure;

/// <summary>A score with its chance level and interval.</summary>
/// <param name="Score">0 … 1.</param>
/// <param name="Chance">What guessing scores.</param>
/// <param name="Exposure">(score − chance)/(1 − chance), clipped to 0 … 1.</param>
/// <param name="Low">Lower end of the 95 % interval of <paramref name="Exposure"/>.</param>
/// <param name="High">Upper end.</param>
/// <param name="Subjects">How many subjects.</param>
public sealed record Estimate(double Score, double Chance, double Exposure, double Low, double High, int Subjects)
{
    // Percentiles of many subjects lie so near their score that a fifth of the draws finds them.
    const int MostDraws = 1000, DrawsOfMany = 200, Many = 5000, LargestDraw = 20_000;
    const double Tail = 0.025;

    /// <summary>
    /// Takes a measurement with its percentile-bootstrap interval: subjects drawn with replacement 1,000 times, above 5,000 subjects 200 times (Efron 1979, doi:10.1214/aos/1176344552). Above 20,000
    /// subjects as many are drawn each time, and the interval is narrowed by the square root of the ratio (m-out-of-n). Deterministic given the seed, whatever the number of threads.
    /// </summary>
    public static Estimate Of(Measurement measurement, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        var n = measurement.Subjects;
        var all = Enumerable.Range(0, n).ToArray();
        double score = measurement.Score(all), chance = measurement.Chance(all), exposure = Above(score, chance);
        if (!measurement.Varies) return new Estimate(score, chance, exposure, exposure, exposure, n);
        var size = Math.Min(n, LargestDraw);
        var draws = new double[n > Many ? DrawsOfMany : MostDraws];
        Parallel.For(0, draws.Length, new ParallelOptions { CancellationToken = stop }, d =>
        {
            var draw = SubjectDraw.Of(n, size, unchecked((seed * 1_000_003) + d));
            draws[d] = Above(measurement.Score(draw), measurement.Chance(draw));
        });
        Array.Sort(draws);
        var shrink = Math.Sqrt((double)size / n);
        double End(double at) => Math.Clamp(exposure + ((at - exposure) * shrink), 0, 1);
        // The number itself always lies in its interval, also where clipping at 0 bends the draws.
        return new Estimate(score, chance, exposure, Math.Min(exposure, End(draws[(int)(Tail * draws.Length) - 1])), Math.Max(exposure, End(draws[^(int)(Tail * draws.Length + 1)])), n);
    }

    static double Above(double score, double chance) => chance >= 1 ? 0 : Math.Clamp((score - chance) / (1 - chance), 0, 1);
}
