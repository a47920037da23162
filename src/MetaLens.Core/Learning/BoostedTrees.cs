using System.Collections.Immutable;

namespace MetaLens.Learning;

/// <summary>
/// Gradient-boosted regression trees on histograms: each tree answers what the trees before it got wrong. Friedman (2001), <c>doi:10.1214/aos/1013203451</c>; second-order leaves with a ridge as Chen and Guestrin (2016),
/// <c>doi:10.1145/2939672.2939785</c>. No sampling: the same examples give the same trees, whatever the number of threads.
/// </summary>
public sealed class BoostedTrees : IPairClassifier
{
    readonly double _base;
    readonly ImmutableArray<RegressionTree> _trees;

    BoostedTrees(double start, ImmutableArray<RegressionTree> trees, ImmutableArray<double> gains) => (_base, _trees, Gains) = (start, trees, gains);

    /// <summary>How much each feature lowered the loss, together 1: which of them the claims rest on. All 0 when no split was worth it.</summary>
    public ImmutableArray<double> Gains { get; }

    /// <summary>The sum of the trees: log odds of yes, or, where one answer per subject was learned, a score that is comparable within a subject only. O(trees · depth).</summary>
    public double Score(ReadOnlySpan<double> features)
    {
        var score = _base;
        foreach (var tree in _trees) score += tree.Value(features);
        return score;
    }

    /// <inheritdoc/>
    public double Probability(ReadOnlySpan<double> features) => 1 / (1 + Math.Exp(-Score(features)));

    /// <summary>Grows the trees. O(trees · depth · examples · features) time, O(examples · features) bytes.</summary>
    /// <param name="rows">At least one example; where one answer per subject is learned, examples of a subject stand side by side, and subjects without a yes teach nothing.</param>
    /// <param name="options">How.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">No examples, or a feature that is no finite number.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static BoostedTrees Fit(LabelledRows rows, BoostedTreesOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(options);
        if (rows.Features.Count == 0) throw new ArgumentException("A model needs at least one example.", nameof(rows));
        if (rows.Features.Any(f => !f.All(double.IsFinite))) throw new ArgumentException("Features are finite numbers.", nameof(rows));
        var bins = new FeatureBins(rows.Features);
        var gains = new double[bins.Width];
        // The odds of a yes with half a yes and half a no added, so that equal labels still give a model.
        var start = options.OneAnswerPerSubject ? 0 : Math.Log((rows.Labels.Count(y => y) + 0.5) / (rows.Labels.Count(y => !y) + 0.5));
        double[] scores = new double[rows.Labels.Count], slope = new double[scores.Length], curve = new double[scores.Length];
        Array.Fill(scores, start);
        var trees = new List<RegressionTree>();
        for (var t = 0; t < options.Trees; t++)
        {
            stop.ThrowIfCancellationRequested();
            if (options.OneAnswerPerSubject) Compete(rows, scores, slope, curve);
            else Stand(rows, scores, slope, curve);
            trees.Add(new TreeGrower(bins, options, slope, curve, gains).Grow(scores));
        }
        var sum = gains.Sum();
        return new BoostedTrees(start, [.. trees], [.. gains.Select(g => sum > 0 ? g / sum : 0)]);
    }

    static void Stand(LabelledRows rows, double[] scores, double[] slope, double[] curve)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-scores[i]));
            (slope[i], curve[i]) = (p - (rows.Labels[i] ? 1 : 0), p * (1 - p));
        }
    }

    static void Compete(LabelledRows rows, double[] scores, double[] slope, double[] curve)
    {
        for (int first = 0, end; first < scores.Length; first = end)
        {
            end = first;
            var (most, yes, sum) = (double.NegativeInfinity, 0, 0.0);
            for (; end < scores.Length && rows.Subjects[end] == rows.Subjects[first]; end++)
            {
                most = Math.Max(most, scores[end]);
                yes += rows.Labels[end] ? 1 : 0;
            }
            for (var i = first; i < end; i++) sum += curve[i] = Math.Exp(scores[i] - most);
            for (var i = first; i < end; i++)
            {
                var p = curve[i] / sum;
                (slope[i], curve[i]) = yes == 0 ? (0, 0) : (p - (rows.Labels[i] ? 1.0 / yes : 0), p * (1 - p));
            }
        }
    }
}
