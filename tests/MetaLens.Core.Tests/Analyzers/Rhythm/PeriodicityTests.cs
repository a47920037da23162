using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class PeriodicityTests
{
    // By hand: counts 1 0 1 0 1, mean 0.6; Σ (x − x̄)² = 1.2; at lag 2: 0.16 + 0.36 + 0.16 = 0.68.
    [Fact]
    public void Every_second_hour_repeats_after_two_hours() =>
        Assert.Equal(0.68 / 1.2, Periodicity.Autocorrelation(Logs.Seen(("a", "b", 0), ("a", "b", 7200), ("a", "b", 14_400)), 2), 12);

    [Fact]
    public void People_repeat_their_day_and_are_opposite_after_half_of_it()
    {
        var seen = Lens.None.Observe(Logs.CopenhagenSms());
        Assert.True(Periodicity.Autocorrelation(seen, 24) > 0.2);
        Assert.True(Periodicity.Autocorrelation(seen, 12) < 0);
    }

    [Fact]
    public void A_log_shorter_than_two_periods_has_none() => Assert.Equal(double.NaN, Periodicity.Autocorrelation(Logs.Seen(("a", "b", 0), ("a", "b", 47 * 3600 - 1)), 24));
}
