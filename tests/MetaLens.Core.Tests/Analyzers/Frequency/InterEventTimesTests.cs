using MetaLens.Analyzers.Frequency;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Frequency;

public class InterEventTimesTests
{
    [Fact]
    public void A_clock_has_burstiness_minus_one()
    {
        double[] gaps = [5, 5, 5, 5];
        Assert.Equal((-1, -1), (InterEventTimes.Burstiness(gaps), InterEventTimes.FiniteBurstiness(gaps)));
    }

    // Kim and Jo 2016: r = √(n−1), reached by one long gap among zeros, gives 1 for any n.
    [Theory, InlineData(2), InlineData(10), InlineData(500)]
    public void One_long_gap_among_zeros_is_the_burstiest_series_there_is(int n)
    {
        var gaps = new double[n];
        gaps[n / 2] = 7;
        Assert.Equal(1, InterEventTimes.FiniteBurstiness(gaps), 9);
    }

    // Kim and Jo 2016: r = √((n−1)/(n+1)) gives 0. Two gaps: r = 1/√3 for gaps (μ − d, μ + d) with d/μ = 1/√3.
    [Fact]
    public void A_Poisson_like_spread_has_finite_burstiness_zero()
    {
        double[] gaps = [1 - 1 / Math.Sqrt(3), 1 + 1 / Math.Sqrt(3)];
        Assert.Equal(0, InterEventTimes.FiniteBurstiness(gaps), 9);
    }

    // By hand: σ = √2, μ = 3 of 1 2 3 4 5.
    [Fact]
    public void Burstiness_is_deviation_less_mean_over_their_sum() =>
        Assert.Equal((Math.Sqrt(2) - 3) / (Math.Sqrt(2) + 3), InterEventTimes.Burstiness([1, 2, 3, 4, 5]), 12);

    [Fact]
    public void Memory_is_one_for_a_steady_slowing_and_minus_one_for_alternation()
    {
        Assert.Equal(1, InterEventTimes.Memory([1, 2, 3, 4, 5]), 12);
        Assert.Equal(-1, InterEventTimes.Memory([1, 9, 1, 9, 1]), 12);
        Assert.Equal(double.NaN, InterEventTimes.Memory([3, 3, 3, 3]));
    }

    [Fact]
    public void Too_few_gaps_have_no_measure()
    {
        Assert.All([InterEventTimes.Mean([]), InterEventTimes.Burstiness([]), InterEventTimes.FiniteBurstiness([4]), InterEventTimes.Memory([1, 2]), InterEventTimes.MedianBySorting([])],
            x => Assert.Equal(double.NaN, x));
        Assert.Equal(double.NaN, InterEventTimes.Burstiness([0, 0]));
    }
}
