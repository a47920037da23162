using MetaLens.Attacks.Attributes;
using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Evaluations;

/// <summary>What kind of person somebody is, against an attribute somebody knows.</summary>
public sealed class AttributeEvaluation : IEvaluation
{
    const int Folds = 10;
    const double Ridge = 100;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("attribute",
        "Area under the curve of telling the rarer label of two, by logistic regression on behavioural indicators and on the labels of contacts in other folds, cross-validated over people. More than two labels: each against the others, averaged by size. Inference risk of two labels: right guesses above those with the labels dealt out to others; none where always guessing the more frequent label does as well.",
        ["actor", "label"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var features = new PartyFeatures(view.View.Talk, stop);
        var people = view.Named(1).Where(r => features.Occurs(r.Parties[0])).DistinctBy(r => r.Parties[0]).Select(r => (Party: r.Parties[0], Label: r.Row.Values[1])).ToArray();
        var labels = people.GroupBy(p => p.Label).OrderBy(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (Label: g.Key, Count: g.Count())).ToArray();
        if (labels.Length < 2) throw new ArgumentException($"{view.Labels.File}: found {labels.Length} label(s) among the people seen; expected two or more.");
        PartyId[] parties = [.. people.Select(p => p.Party)];
        var asked = (labels.Length == 2 ? labels[..1] : labels).Select(l => Learned(l.Label, l.Count)).ToArray();
        double Mean(Func<MetricEstimate, double?> of) => asked.Sum(l => l.Count * (of(l.Area) ?? 0.5)) / asked.Sum(l => l.Count);
        var alone = asked.Sum(l => l.Count * (Area(Predict(view.Seed, features, parties, l.Yes, contacts: false), l.Yes).Value ?? 0.5)) / asked.Sum(l => l.Count);
        return new Evaluation(new MetricEstimate("auc", Mean(e => e.Value), Mean(e => e.Low), Mean(e => e.High), 0.5, people.Length),
            [new("auc_by_own_behaviour_alone", alone), new("largest_label_share", (double)labels[^1].Count / people.Length), new("labels", labels.Length), .. labels.Length == 2 ? Risk(asked[0].Predicted, asked[0].Yes) : []])
        { Reliability = labels.Length == 2 ? Reliability.Of(asked[0].Predicted, asked[0].Yes) : null };

        (int Count, bool[] Yes, double[] Predicted, MetricEstimate Area) Learned(string label, int count)
        {
            stop.ThrowIfCancellationRequested();
            var yes = Array.ConvertAll(people, p => p.Label == label);
            var predicted = Predict(view.Seed, features, parties, yes, contacts: true);
            return (count, yes, predicted, Area(predicted, yes));
        }

        MetricEstimate Area(double[] predicted, bool[] yes) => MetricEstimate.Of("auc", new AreaMeasurement(predicted, yes), view.Seed);

        // Control: the labels dealt out to others, learned and guessed alike. Baseline: always the more frequent label.
        IEnumerable<NamedValue> Risk(double[] predicted, bool[] yes)
        {
            bool[] dealt = [.. yes];
            new Random(view.Seed).Shuffle(dealt);
            static int Right(double[] predicted, bool[] truth) => predicted.Zip(truth, (p, t) => p >= 0.5 == t ? 1 : 0).Sum();
            return RiskValues.Of(RiskEstimate.Of((Right(predicted, yes), yes.Length), (Right(Predict(view.Seed, features, parties, dealt, contacts: true), dealt), yes.Length), (labels[1].Count, yes.Length)));
        }
    }

    // A person's own label, and those of the fold, are never among those of the contacts.
    static double[] Predict(int seed, PartyFeatures features, PartyId[] people, bool[] yes, bool contacts)
    {
        var order = Enumerable.Range(0, people.Length).ToArray();
        new Random(seed).Shuffle(order);
        var fold = new int[people.Length];
        for (var i = 0; i < order.Length; i++) fold[order[i]] = i % Folds;
        var predicted = new double[people.Length];
        for (var k = 0; k < Folds; k++)
        {
            int[] train = [.. Enumerable.Range(0, people.Length).Where(i => fold[i] != k)];
            if (train.Length == 0) continue;
            var known = train.ToDictionary(i => people[i], i => yes[i] ? 1.0 : 0);
            var usual = known.Values.Average();
            double[] Row(int i) => contacts ? [.. features.Of(people[i]), .. features.OfContacts(people[i], known, usual)] : features.Of(people[i]);
            var model = LogisticRegression.Fit(new LabelledRows([.. train.Select(Row)], [.. train.Select(i => yes[i])], train), Ridge);
            for (var i = 0; i < people.Length; i++)
                if (fold[i] == k) predicted[i] = model.Probability(Row(i));
        }
        return predicted;
    }
}
