using MetaLens.Analyzers.Rhythm;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class LombScargleTests
{
    // By hand: a full cosine of period 4 at 0, 1, 2, 3 has y = 1, 0, −1, 0, σ² = 2/3; at that period Σ y cos = 2, Σ cos² = 2, so P = 2²/2 / (4/3) = 1.5 = (n − 1)/2, the largest there is.
    [Fact]
    public void A_pure_sine_has_the_largest_power()
    {
        Assert.Equal(1.5, LombScargle.Power([0, 1, 2, 3], [1, 0, -1, 0], 4), 1e-12);
        Assert.Equal(1.5, LombScargle.Power([100, 101, 102, 103], [1, 0, -1, 0], 4), 1e-9);
    }

    [Fact]
    public void A_sine_sampled_unevenly_is_found_and_noise_has_mean_power_one()
    {
        var random = new Random(5);
        double[] times = [.. Enumerable.Range(0, 400).Where(_ => random.Next(3) > 0).Select(i => (double)i)];
        double[] sine = [.. times.Select(t => Math.Sin(t * 2 * Math.PI / 24 + 1))];
        double[] periods = [.. Enumerable.Range(4, 60).Select(p => (double)p)];
        Assert.Equal(24, periods.MaxBy(p => LombScargle.Power(times, sine, p)));
        var powers = Enumerable.Range(0, 2000).Select(_ => LombScargle.Power(times, [.. times.Select(_ => random.NextDouble())], 24)).ToList();
        Assert.InRange(powers.Average(), 0.9, 1.1);
    }

    [Fact]
    public void Too_little_or_no_variation_is_undefined_and_false_alarms_are_probabilities()
    {
        Assert.Equal(double.NaN, LombScargle.Power([0, 1], [1, 2], 2));
        Assert.Equal(double.NaN, LombScargle.Power([0, 1, 2], [1, 1, 1], 2));
        Assert.Equal(Math.Exp(-2), LombScargle.FalseAlarm(2, 1), 1e-12);
        Assert.Equal(1 - Math.Pow(1 - Math.Exp(-2), 10), LombScargle.FalseAlarm(2, 10), 1e-12);
        Assert.Equal(1, LombScargle.FalseAlarm(0, 10));
        Assert.Throws<ArgumentException>(() => LombScargle.Power([0], [], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LombScargle.Power([0], [0], 0));
    }
}
