namespace MetaLens.Analyzers.Rhythm;

/// <summary>Periods in values sampled at uneven times.</summary>
public static class LombScargle
{
    /// <summary>
    /// Normalised power of a period: P = [ (Σ y cos ω(t−τ))² / Σ cos² ω(t−τ) + (Σ y sin ω(t−τ))² / Σ sin² ω(t−τ) ] / 2σ², y the values less their mean, σ² their sample variance, tan 2ωτ = Σ sin 2ωt / Σ cos 2ωt.
    /// 0 … (n − 1)/2; of noise it is exponentially distributed with mean 1. NaN with fewer than three samples or without variation. O(n).
    /// Scargle, ApJ 263:835 (1982), doi 10.1086/160554.
    /// </summary>
    /// <param name="times">When, in any unit.</param>
    /// <param name="values">As many values.</param>
    /// <param name="period">In the same unit, above 0.</param>
    /// <exception cref="ArgumentException">Not as many values as times, or the period is not above 0.</exception>
    public static double Power(ReadOnlySpan<double> times, ReadOnlySpan<double> values, double period)
    {
        if (times.Length != values.Length) throw new ArgumentException($"{values.Length} values at {times.Length} times.", nameof(values));
        if (!(period > 0)) throw new ArgumentOutOfRangeException(nameof(period), period, "A period is above 0.");
        if (times.Length < 3) return double.NaN;
        double mean = 0, squares = 0;
        foreach (var y in values) mean += y / values.Length;
        foreach (var y in values) squares += (y - mean) * (y - mean);
        if (squares == 0) return double.NaN;
        var omega = 2 * Math.PI / period;
        double sin = 0, cos = 0, sin2 = 0, cos2 = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var (s, c) = Math.SinCos(omega * times[i]);
            sin += (values[i] - mean) * s;
            cos += (values[i] - mean) * c;
            sin2 += 2 * s * c;
            cos2 += c * c - s * s;
        }
        // All sums about τ follow from those about 0 by turning.
        var turn = Math.Atan2(sin2, cos2) / 2;
        var (st, ct) = Math.SinCos(turn);
        var doubled = Math.Sqrt(sin2 * sin2 + cos2 * cos2);
        double along = cos * ct + sin * st, across = sin * ct - cos * st;
        double weightAlong = (times.Length + doubled) / 2, weightAcross = (times.Length - doubled) / 2;
        var variance = squares / (times.Length - 1);
        return (along * along / weightAlong + (weightAcross > 1e-9 ? across * across / weightAcross : 0)) / (2 * variance);
    }

    /// <summary>Chance that noise alone reaches a power at the best of so many independent periods: 1 − (1 − e^−P)^periods, 0 … 1. O(1).</summary>
    public static double FalseAlarm(double power, int periods) => -Math.Exp(-power) is var x && x <= -1 ? 1 : -double.ExpM1(periods * double.LogP1(x));
}
