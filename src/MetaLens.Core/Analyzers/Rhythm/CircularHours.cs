namespace MetaLens.Analyzers.Rhythm;

/// <summary>Arithmetic on the 24-hour circle.</summary>
static class CircularHours
{
    // Where the half-hours of the day lie on the circle: those of every active day are asked for.
    static readonly (double X, double Y)[] HalfHours = [.. Enumerable.Range(0, 48).Select(i => Place(i, 48))];

    /// <summary>The hour in 0 … 24.</summary>
    public static double Wrap(double hour) => (hour % 24 + 24) % 24;

    /// <summary>The shorter way from one hour to another, −12 … 12.</summary>
    public static double Difference(double to, double from) => Wrap(to - from + 12) - 12;

    /// <summary>Mean direction of weights on equal bins of the day, and the resultant length 0 (even) … 1 (one instant); the mean is NaN without weight.</summary>
    public static (double MeanHour, double ResultantLength) Mean(ReadOnlySpan<double> weights)
    {
        double x = 0, y = 0, sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0) continue;
            var place = weights.Length == HalfHours.Length ? HalfHours[i] : Place(i, weights.Length);
            x += weights[i] * place.X;
            y += weights[i] * place.Y;
            sum += weights[i];
        }
        return Mean(x, y, sum);
    }

    /// <summary>The same of half-hours of one day, each once.</summary>
    public static (double MeanHour, double ResultantLength) Mean(ReadOnlySpan<byte> halfHours)
    {
        double x = 0, y = 0;
        foreach (var i in halfHours) (x, y) = (x + HalfHours[i].X, y + HalfHours[i].Y);
        return Mean(x, y, halfHours.Length);
    }

    static (double MeanHour, double ResultantLength) Mean(double x, double y, double sum) =>
        sum == 0 ? (double.NaN, double.NaN) : (Wrap(Math.Atan2(y, x) * 24 / Math.Tau), Math.Sqrt(x * x + y * y) / sum);

    static (double X, double Y) Place(int bin, int bins)
    {
        var angle = (bin + 0.5) * Math.Tau / bins;
        return (Math.Cos(angle), Math.Sin(angle));
    }

    /// <summary>The deviations from a centre that hold the middle 95 % of some hours, as hours from it: low ≤ 0 ≤ high.</summary>
    public static (double Low, double High) Interval(double centre, ReadOnlySpan<double> hours)
    {
        if (hours.IsEmpty) return (0, 0);
        var deviations = new double[hours.Length];
        for (var i = 0; i < hours.Length; i++) deviations[i] = Difference(hours[i], centre);
        Array.Sort(deviations);
        return (Math.Min(0, deviations[(int)(0.025 * (deviations.Length - 1))]), Math.Max(0, deviations[(int)Math.Ceiling(0.975 * (deviations.Length - 1))]));
    }
}
