using MetaLens.Exposure;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

public class ScoreTests
{
    [Fact]
    public void Agreement_of_rankings_is_one_for_the_same_half_for_a_constant_and_zero_for_the_reverse()
    {
        double[] up = [1, 2, 3, 4, 5];
        int[] all = [0, 1, 2, 3, 4];
        Assert.Equal(1, new RankMeasurement(up, up).Score(all), 1e-12);
        Assert.Equal(0.5, new RankMeasurement([7, 7, 7, 7, 7], up).Score(all), 1e-12);
        Assert.Equal(0, new RankMeasurement([5, 4, 3, 2, 1], up).Score(all), 1e-12);
    }

    // By hand: ranks 1 2 3 4 against 1 3 2 4: Σd² = 2, ρ = 1 − 6·2/(4·15) = 0.8, mapped to 0.9.
    [Fact]
    public void Agreement_of_rankings_is_Spearmans_correlation() =>
        Assert.Equal(0.9, new RankMeasurement([1, 2, 3, 4], [1, 3, 2, 4]).Score([0, 1, 2, 3]), 1e-12);

    // By hand: five 1s and five 0s against chance 0: mean 0.5; the interval of ten coin draws holds 0.2 … 0.8.
    [Fact]
    public void The_interval_holds_the_score_and_narrows_with_more_subjects()
    {
        var few = Estimate.Of(Halves(20), 1);
        var many = Estimate.Of(Halves(2000), 1);
        Assert.Equal(0.5, few.Score, 1e-12);
        Assert.True(few.Low < 0.5 && few.High > 0.5 && few.High - few.Low > 0.3);
        Assert.InRange(many.High - many.Low, 0.03, 0.06); // 2 · 1.96 · √(0.25/2000) = 0.044
        Assert.Equal(few, Estimate.Of(Halves(20), 1));

        static MeanMeasurement Halves(int n) => new([.. Enumerable.Range(0, n).Select(i => (double)(i % 2))], new double[n]);
    }

    [Fact]
    public void A_score_at_chance_is_no_exposure() =>
        Assert.Equal(0, Estimate.Of(new MeanMeasurement([.. Enumerable.Repeat(0.2, 50)], [.. Enumerable.Repeat(0.2, 50)]), 0).Exposure, 1e-12);
}
