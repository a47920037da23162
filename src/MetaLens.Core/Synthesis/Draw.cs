namespace MetaLens.Synthesis;

/// <summary>Random draws that need more than a uniform number.</summary>
static class Draw
{
    /// <summary>Standard normal (Box–Muller).</summary>
    public static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    /// <summary>Log-normal with a given median and spread of the logarithm.</summary>
    public static double LogNormal(Random random, double median, double sigma) => median * Math.Exp(sigma * Normal(random));

    /// <summary>Poisson; by multiplication below a mean of 30, by rounding a normal above.</summary>
    public static int Poisson(Random random, double mean)
    {
        if (mean > 30) return Math.Max(0, (int)Math.Round(mean + (Math.Sqrt(mean) * Normal(random))));
        var limit = Math.Exp(-mean);
        var product = random.NextDouble();
        var count = 0;
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }

    /// <summary>An index with probability proportional to its weight.</summary>
    public static int Index(Random random, ReadOnlySpan<double> cumulative)
    {
        var at = cumulative.BinarySearch(random.NextDouble() * cumulative[^1]);
        return Math.Min(at >= 0 ? at : ~at, cumulative.Length - 1);
    }
}
