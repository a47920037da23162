using MetaLens.Exposure;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(20, 0)]
    [InlineData(54, 1)]
    [InlineData(56, -3)]
    [InlineData(1234, int.MaxValue)]
    [InlineData(20_011, 7)]
    public void Subjects_are_drawn_as_a_seeded_generator_draws_them(int subjects, int seed)
    {
        // Scores above a chance of 0: the exposure of a draw is its mean, and the interval its percentiles.
        var scores = Enumerable.Range(0, subjects).Select(i => (i * 37 % 101) / 101.0).ToArray();
        var size = Math.Min(subjects, 20_000);
        var means = Enumerable.Range(0, subjects > 5000 ? 200 : 1000).Select(d =>
        {
            var random = new Random(unchecked((seed * 1_000_003) + d));
            var sum = 0.0;
            for (var i = 0; i < size; i++) sum += scores[random.Next(subjects)];
            return sum / size;
        }).Order().ToArray();
        var (all, shrink) = (scores.Sum() / subjects, Math.Sqrt((double)size / subjects));

        var estimate = Estimate.Of(new MeanMeasurement(scores, new double[subjects]), seed);

        Assert.Equal(all + ((means[(int)(0.025 * means.Length) - 1] - all) * shrink), estimate.Low, 15);
        Assert.Equal(all + ((means[^(int)(0.025 * means.Length + 1)] - all) * shrink), estimate.High, 15);
    }
}
