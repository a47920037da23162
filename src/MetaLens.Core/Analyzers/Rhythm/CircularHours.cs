namespace MetaLens.Analyzers.Rhythm;

/// <summary>Arithmetic on the 24-hour circle.</summary>
static class CircularHours
{
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
            var angle = (i + 0.5) * Math.Tau / weights.Length;
            x += weights[i] * Math.Cos(angle);
            y += weights[i] * Math.Sin(angle);
            sum += weights[i];
        }
        return sum == 0 ? (double.NaN, double.NaN) : (Wrap(Math.Atan2(y, x) * 24 / Math.Tau), Math.Sqrt(x * x + y * y) / sum);
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
