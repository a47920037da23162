using MetaLens.Learning;
using Xunit;

namespace MetaLens.Core.Tests.Learning;

public class BoostedTreesTests
{
    static readonly BoostedTreesOptions Options = new() { Trees = 60, Depth = 3 };

    [Fact]
    public void One_tree_with_one_question_gives_the_shrunken_means_of_its_leaves()
    {
        // By hand: labels 0 0 1 1 over x = 1 2 3 4; start: log((2 + ½)/(2 + ½)) = 0, so p = ½, slopes ±½, curvatures ¼. Cut at 2: leaves ∓1/(½ + λ) with λ = ½: ∓1, times the rate ½.
        var model = BoostedTrees.Fit(new LabelledRows([[1.0], [2.0], [3.0], [4.0]], [false, false, true, true], [0, 1, 2, 3]),
            new BoostedTreesOptions { Trees = 1, Depth = 1, LeafExamples = 1, Ridge = 0.5, LearningRate = 0.5 }, TestContext.Current.CancellationToken);
        Assert.Equal(-0.5, model.Score([2.0]), 9);
        Assert.Equal(0.5, model.Score([2.5]), 9);
        Assert.Equal(1, Assert.Single(model.Gains), 9);
    }

    [Fact]
    public void An_exclusive_or_is_learned_that_no_line_can_part()
    {
        var rows = Made(4000, x => (x[0] > 0) != (x[1] > 0) ? 0.95 : 0.05, seed: 1);
        var model = BoostedTrees.Fit(rows, Options, TestContext.Current.CancellationToken);
        Assert.InRange(model.Probability([1.0, -1.0]), 0.88, 1);
        Assert.InRange(model.Probability([1.0, 1.0]), 0, 0.12);
        Assert.True(LogisticRegression.Fit(rows).Probability([1.0, -1.0]) < 0.6);
    }

    [Fact]
    public void Probabilities_are_calibrated_on_examples_not_trained_on()
    {
        static double Truth(double[] x) => 1 / (1 + Math.Exp(-((2 * x[0]) - x[1])));
        var model = BoostedTrees.Fit(Made(8000, Truth, seed: 2), Options, TestContext.Current.CancellationToken);
        var fresh = Made(8000, Truth, seed: 3);
        Assert.InRange(Reliability.Of([.. fresh.Features.Select(f => model.Probability(f))], fresh.Labels).ExpectedError, 0, 0.03);
    }

    [Fact]
    public void Shuffled_labels_predict_no_better_than_chance()
    {
        var rows = Made(1000, _ => 0.5, seed: 4);
        var predicted = CrossValidation.Predict(rows, 5, r => BoostedTrees.Fit(r, Options, TestContext.Current.CancellationToken), seed: 1);
        Assert.InRange(RankMetrics.AreaUnderCurve(predicted, rows.Labels), 0.44, 0.56);
    }

    [Fact]
    public void One_answer_per_subject_is_found_where_only_the_order_within_a_subject_tells()
    {
        // Each subject has an offset of its own on both features; the answer is the example with the largest first feature.
        var random = new Random(5);
        List<double[]> features = [];
        List<bool> labels = [];
        List<int> subjects = [];
        for (var subject = 0; subject < 1000; subject++)
        {
            double[] own = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble())];
            for (var i = 0; i < own.Length; i++)
            {
                features.Add([own[i], random.NextDouble()]);
                labels.Add(own[i] == own.Max());
                subjects.Add(subject);
            }
        }
        var model = BoostedTrees.Fit(new LabelledRows(features, labels, subjects), Options with { OneAnswerPerSubject = true }, TestContext.Current.CancellationToken);
        var right = Enumerable.Range(0, 1000).Count(s => labels[Enumerable.Range(5 * s, 5).MaxBy(i => model.Score(features[i]))]);
        Assert.InRange(right, 850, 1000);
        Assert.True(model.Gains[0] > 0.9);
    }

    [Fact]
    public void The_same_examples_give_the_same_model()
    {
        var rows = Made(500, x => x[0] > 0 ? 0.7 : 0.2, seed: 6);
        var (one, other) = (BoostedTrees.Fit(rows, Options, TestContext.Current.CancellationToken), BoostedTrees.Fit(rows, Options, TestContext.Current.CancellationToken));
        Assert.All(rows.Features, f => Assert.Equal(one.Score(f), other.Score(f)));
    }

    [Fact]
    public void Equal_labels_and_equal_features_still_give_a_model()
    {
        Assert.InRange(BoostedTrees.Fit(new LabelledRows([[1.0], [2.0]], [true, true], [0, 1]), Options, TestContext.Current.CancellationToken).Probability([1.5]), 0.5, 1);
        Assert.Equal(0.5, BoostedTrees.Fit(new LabelledRows([[1.0], [1.0]], [true, false], [0, 1]), Options, TestContext.Current.CancellationToken).Probability([1.0]), 9);
    }

    [Fact]
    public void A_feature_is_a_finite_number() =>
        Assert.Throws<ArgumentException>(() => BoostedTrees.Fit(new LabelledRows([[double.NaN]], [true], [0]), Options, TestContext.Current.CancellationToken));

    static LabelledRows Made(int count, Func<double[], double> probability, int seed)
    {
        var random = new Random(seed);
        double[][] features = [.. Enumerable.Range(0, count).Select(_ => new[] { (random.NextDouble() * 4) - 2, (random.NextDouble() * 4) - 2 })];
        return new LabelledRows(features, [.. features.Select(f => random.NextDouble() < probability(f))], [.. Enumerable.Range(0, count)]);
    }
}
