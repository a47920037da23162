namespace MetaLens.Exposure;

/// <summary>A metric in its own unit with its interval and chance level.</summary>
/// <param name="Metric">Name in snake_case.</param>
/// <param name="Value">The metric; null without a subject.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Chance">What guessing gives.</param>
/// <param name="Subjects">How many subjects.</param>
public sealed record MetricEstimate(string Metric, double? Value, double? Low, double? High, double? Chance, int Subjects)
{
    const int Draws = 1000;

    /// <summary>
    /// Takes a measurement with its percentile-bootstrap interval: subjects drawn with replacement 1,000 times (Efron 1979, doi:10.1214/aos/1176344552); above 20,000 subjects as many are drawn and the interval is narrowed by
    /// the square root of the ratio. Deterministic given the seed.
    /// </summary>
    public static MetricEstimate Of(string metric, Measurement measurement, int seed)
    {
        ArgumentNullException.ThrowIfNull(measurement);
        var n = measurement.Subjects;
        if (n == 0) return new MetricEstimate(metric, null, null, null, null, 0);
        var all = Enumerable.Range(0, n).ToArray();
        var value = measurement.Score(all);
        var size = Math.Min(n, 20_000);
        var draws = new double[Draws];
        Parallel.For(0, Draws, d =>
        {
            var draw = SubjectDraw.Of(n, size, unchecked((seed * 1_000_003) + d));
            draws[d] = measurement.Score(draw);
        });
        Array.Sort(draws);
        var shrink = Math.Sqrt((double)size / n);
        double End(double at) => value + ((at - value) * shrink);
        return new MetricEstimate(metric, value, Math.Min(value, End(draws[24])), Math.Max(value, End(draws[974])), measurement.Chance(all), n);
    }
}
