using MetaLens.Attacks.Relationships;
using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Which of the people somebody writes to are close, against ties somebody knows.</summary>
public sealed class ClosenessEvaluation : IEvaluation
{
    const int Folds = 10;
    const double Ridge = 30;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("closeness",
        "Area under the curve of telling the pairs of the file from other pairs in contact, by logistic regression on the tie, cross-validated over pairs; both ends must occur in the file. Also average precision, closeness without learning, and "
        + "how often a tie labelled partner is the first guess.", ["actor_a", "actor_b", "label?"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = view.Named(2);
        var people = rows.SelectMany(r => r.Parties).ToHashSet();
        var friends = rows.Select(r => Ordered(r.Parties)).ToHashSet();
        var features = new TieFeatures(view.View.Talk);
        (PartyId A, PartyId B)[] pairs = [.. features.Ties.Where(t => people.Contains(t.A) && people.Contains(t.B))];
        if (pairs.Length == 0) throw new ArgumentException($"{view.Labels.File}: found no two labelled people who are seen to write to each other; expected some.");
        bool[] labels = [.. pairs.Select(friends.Contains)];
        var closeness = Array.ConvertAll(pairs, p => features.Closeness(p.A, p.B));
        var data = new LabelledRows([.. pairs.Select(p => features.Of(p.A, p.B))], labels, [.. Enumerable.Range(0, pairs.Length)]);
        var hasBoth = labels.Contains(true) && labels.Contains(false);
        var predicted = hasBoth ? CrossValidation.Predict(data, Folds, train => LogisticRegression.Fit(train, Ridge), view.Seed) : closeness;
        stop.ThrowIfCancellationRequested();
        var partners = Partners(view, rows, features);
        // Where every pair in contact is in the file, its labels alone can tell close from less close.
        var main = hasBoth || partners.Subjects == 0 ? MetricEstimate.Of("auc", new AreaMeasurement(predicted, labels), view.Seed) : MetricEstimate.Of("partner_hit_at_1", partners, view.Seed);
        var everybody = Enumerable.Range(0, partners.Subjects).ToArray();
        return new Evaluation(main,
        [
            new("average_precision", RankMetrics.AveragePrecision(predicted, labels)), new("average_precision_chance", labels.Average(l => l ? 1.0 : 0)),
            new("auc_without_learning", RankMetrics.AreaUnderCurve(closeness, labels)), new("partner_hit_at_1", partners.Subjects == 0 ? double.NaN : partners.Score(everybody)), new("people_with_partner", partners.Subjects), new("pairs_in_contact", pairs.Length),
            new("labelled_pairs", friends.Count),
        ])
        { Reliability = hasBoth ? Reliability.Of(predicted, labels) : null };
    }

    static MeanMeasurement Partners(LabelledView view, IReadOnlyList<(LabelRow Row, PartyId[] Parties)> rows, TieFeatures features)
    {
        var partnersOf = rows.Where(r => r.Row.Values.Count > 2 && r.Row.Values[2].Equals("partner", StringComparison.OrdinalIgnoreCase))
            .SelectMany(r => new[] { (Ego: r.Parties[0], Partner: r.Parties[1]), (Ego: r.Parties[1], Partner: r.Parties[0]) }).ToLookup(p => p.Ego, p => p.Partner);
        var alters = features.Ties.SelectMany(t => new[] { (Ego: t.A, Alter: t.B), (Ego: t.B, Alter: t.A) }).ToLookup(t => t.Ego, t => t.Alter);
        return new MeanMeasurement(
            [.. partnersOf.Select(p => alters[p.Key].OrderByDescending(a => features.Closeness(p.Key, a)).ThenBy(a => a.Index).Take(1).Any(p.Contains) ? 1.0 : 0)],
            [.. partnersOf.Select(_ => 1.0 / (view.Seen.PartyCount - 1))]);
    }

    static (PartyId, PartyId) Ordered(PartyId[] ends) => ends[0].Index < ends[1].Index ? (ends[0], ends[1]) : (ends[1], ends[0]);
}
