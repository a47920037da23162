using MetaLens.Learning;
using Xunit;

namespace MetaLens.Core.Tests.Learning;

public class LearningTests
{
    [Fact]
    public void Area_under_the_curve_counts_pairs_in_order_and_ties_half()
    {
        // By hand: yes {3, 2}, no {2, 1}: pairs 3>2, 3>1, 2=2 (half), 2>1: 3.5 of 4.
        Assert.Equal(3.5 / 4, RankMetrics.AreaUnderCurve([3, 2, 2, 1], [true, true, false, false]), 12);
        Assert.True(double.IsNaN(RankMetrics.AreaUnderCurve([1, 2], [true, true])));
    }

    [Fact]
    public void Average_precision_is_the_mean_precision_at_every_yes() =>
        // By hand: yes at places 1 and 3: (1/1 + 2/3) / 2.
        Assert.Equal(5.0 / 6, RankMetrics.AveragePrecision([4, 3, 2, 1], [true, false, true, false]), 12);

    [Fact]
    public void Logistic_regression_recovers_the_odds_that_made_the_labels()
    {
        var random = new Random(1);
        var rows = Made(random, 4000, x => 1 / (1 + Math.Exp(-((2 * x[0]) - x[1]))));
        var model = LogisticRegression.Fit(rows, ridge: 0.01);
        Assert.Equal(1 / (1 + Math.Exp(-2)), model.Probability([1, 0]), 0.04);
        Assert.Equal(1 / (1 + Math.Exp(1)), model.Probability([0, 1]), 0.04);
    }

    [Fact]
    public void Shuffled_labels_predict_no_better_than_chance()
    {
        var random = new Random(2);
        var rows = Made(random, 1000, _ => 0.5);
        var predicted = CrossValidation.Predict(rows, 5, r => LogisticRegression.Fit(r), seed: 1);
        Assert.InRange(RankMetrics.AreaUnderCurve(predicted, rows.Labels), 0.44, 0.56);
    }

    [Fact]
    public void All_labels_equal_still_gives_a_model() =>
        Assert.InRange(LogisticRegression.Fit(new LabelledRows([[1.0], [2.0]], [true, true], [0, 1])).Probability([1.5]), 0.5, 1);

    static LabelledRows Made(Random random, int count, Func<double[], double> probability)
    {
        double[][] features = [.. Enumerable.Range(0, count).Select(_ => new[] { (random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2 })];
        return new LabelledRows(features, [.. features.Select(f => random.NextDouble() < probability(f))], [.. Enumerable.Range(0, count)]);
    }
}
