using MetaLens.Lenses;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Who talks with whom, against ties somebody knows.</summary>
public sealed class ContactsEvaluation : IEvaluation
{
    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("contacts", "For each labelled person, average precision of the ranking of all others by likelihood of contact against the ties of the file.", ["actor_a", "actor_b", "label?"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var known = new SortedDictionary<int, HashSet<int>>();
        foreach (var (_, ends) in view.Named(2))
        {
            if (ends[0] == ends[1]) continue;
            Of(ends[0].Index).Add(ends[1].Index);
            Of(ends[1].Index).Add(ends[0].Index);
        }
        var others = view.Seen.PartyCount - 1;
        double[] scores = new double[known.Count], chances = new double[known.Count], first = new double[known.Count];
        var i = 0;
        foreach (var (ego, alters) in known)
        {
            stop.ThrowIfCancellationRequested();
            var ranked = view.Contacts.AltersOf(new PartyId(ego)).ToList();
            var blocks = ranked.GroupBy(r => r.Score).OrderByDescending(g => g.Key).Select(g => (g.Count(), g.Count(r => alters.Contains(r.Alter.Index)))).ToList();
            if (others > ranked.Count) blocks.Add((others - ranked.Count, alters.Count - blocks.Sum(b => b.Item2)));
            scores[i] = ExpectedPrecision.Average([.. blocks]);
            chances[i] = ExpectedPrecision.Chance(alters.Count, others);
            first[i++] = ranked.Count > 0 && alters.Contains(ranked[0].Alter.Index) ? 1 : 0;
        }
        return new Evaluation(MetricEstimate.Of("average_precision", new MeanMeasurement(scores, chances), view.Seed),
            [new("hit_at_1", first.Length == 0 ? double.NaN : first.Average()), new("ties", known.Values.Sum(k => k.Count) / 2)]);

        HashSet<int> Of(int ego) => known.TryGetValue(ego, out var alters) ? alters : known[ego] = [];
    }
}
