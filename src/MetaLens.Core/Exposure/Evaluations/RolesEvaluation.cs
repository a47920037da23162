using MetaLens.Analyzers.Hierarchy;
using MetaLens.Attacks.Relationships;
using MetaLens.Graphs;
using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Who leads, and who manages whom, against a chart somebody knows.</summary>
public sealed class RolesEvaluation : IEvaluation
{
    const int Folds = 5;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("roles",
        "Share of (superior, subordinate) pairs, at any distance, put in the right order by a model of their messages that never saw a pair with either person (with_known_chart: that also counts whom the rest of the chart puts below each). Also the manager named first (hit@1, mean reciprocal rank), how it is learned chosen inside the known part, and every score without learning.",
        ["actor", "manager"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var managerOf = view.Named(2).Where(r => r.Parties[0] != r.Parties[1]).DistinctBy(r => r.Parties[0]).ToDictionary(r => r.Parties[0], r => r.Parties[1]);
        if (managerOf.Count == 0) throw new ArgumentException($"{view.Labels.File}: found nobody with a manager in the log; expected some.");
        var talk = view.View.Talk;
        var chart = OrganisationChart.Infer(talk, view.Seed, stop);
        var pairs = new PairFeatures(talk, chart);
        var people = managerOf.Keys.Union(managerOf.Values).OrderBy(p => p.Index).ToArray();
        new Random(view.Seed).Shuffle(people);
        var fold = people.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i % Folds);
        var dominance = new KnownChart(managerOf).Pairs().ToArray();
        var ordered = Dominance(pairs, managerOf, fold, dominance, countsBelow: false, view.Seed, stop);
        var withChart = Dominance(pairs, managerOf, fold, dominance, countsBelow: true, view.Seed, stop);
        var (hits, reciprocal, wrote, reliability) = Managers(pairs, managerOf, fold, view.Seed, stop);
        var scores = LeadershipScores.Of(GraphBuilder.Directed(talk), view.Seed, stop);
        // Pairs of one subordinate rise and fall together, so subordinates are drawn.
        var bySubordinate = dominance.Select((p, i) => (p.Subordinate, Right: ordered[i])).GroupBy(p => p.Subordinate).ToArray();
        double[] right = [.. bySubordinate.Select(g => g.Sum(p => p.Right))], count = [.. bySubordinate.Select(g => (double)g.Count())];
        return new Evaluation(MetricEstimate.Of("dominance_accuracy", new RatioMeasurement(right, count, [.. count.Select(c => c / 2)]), view.Seed),
        [
            new("dominance_pairs", dominance.Length), new("dominance_accuracy_with_known_chart", withChart.Average()), new("manager_hit_at_1", hits / managerOf.Count), new("manager_hit_at_1_among_contacts", hits / wrote), new("manager_mrr", reciprocal / managerOf.Count),
            new("manager_chance", managerOf.Keys.Average(e => 1.0 / Math.Max(1, pairs.ContactsOf(e).Count()))), new("employees", managerOf.Count), new("employees_in_contact", wrote),
            new("manager_hit_at_1_by_chart", managerOf.Average(m => chart.Manager[m.Key.Index] == m.Value.Index ? 1.0 : 0)),
            new("dominance_by_chart", dominance.Average(p => Order(chart.Leadership[p.Superior.Index], chart.Leadership[p.Subordinate.Index]))),
            .. scores.Names.Select(name => new NamedValue($"dominance_by_{name}", dominance.Average(p => Order(scores[name][p.Superior.Index], scores[name][p.Subordinate.Index])))),
        ])
        { Reliability = reliability };
    }

    static double Order(double superior, double subordinate) => superior > subordinate ? 1 : superior == subordinate ? 0.5 : 0;

    static double[] Dominance(PairFeatures pairs, Dictionary<PartyId, PartyId> managerOf, Dictionary<PartyId, int> fold, (PartyId Superior, PartyId Subordinate)[] asked, bool countsBelow, int seed, CancellationToken stop)
    {
        var right = new double[asked.Length];
        foreach (var group in asked.Select((p, i) => (Pair: p, Place: i)).GroupBy(x => (Math.Min(fold[x.Pair.Superior], fold[x.Pair.Subordinate]), Math.Max(fold[x.Pair.Superior], fold[x.Pair.Subordinate]))))
        {
            stop.ThrowIfCancellationRequested();
            var known = managerOf.Where(m => fold[m.Key] != group.Key.Item1 && fold[m.Key] != group.Key.Item2).ToDictionary();
            var held = fold.Where(f => f.Value == group.Key.Item1 || f.Value == group.Key.Item2).Select(f => f.Key).ToHashSet();
            var model = known.Any(m => !held.Contains(m.Value)) ? DominanceInference.Fit(pairs, known, held, countsBelow, seed) : null;
            foreach (var (pair, place) in group) right[place] = model is null ? 0.5 : Order(model.Probability(pair.Superior, pair.Subordinate), model.Probability(pair.Subordinate, pair.Superior));
        }
        return right;
    }

    static (double Hits, double Reciprocal, double Wrote, Reliability Reliability) Managers(PairFeatures pairs, Dictionary<PartyId, PartyId> managerOf, Dictionary<PartyId, int> fold, int seed, CancellationToken stop)
    {
        double hits = 0, reciprocal = 0, wrote = 0;
        List<double> promised = [];
        List<bool> came = [];
        for (var k = 0; k < Folds; k++)
        {
            var known = managerOf.Where(m => fold[m.Key] != k).ToDictionary();
            PartyId[] asked = [.. managerOf.Keys.Where(e => fold[e] == k)];
            if (!known.Any(m => pairs.ContactsOf(m.Key).Any())) continue;
            foreach (var ranking in ManagerInference.Rank(pairs, known, asked, stop, ManagerTuning.Choose(pairs, known, seed, stop)))
            {
                promised.AddRange(ranking.Candidates.Select(c => c.Score));
                came.AddRange(ranking.Candidates.Select(c => c.Manager == managerOf[ranking.Ego]));
                var rank = ranking.Candidates.Select(c => c.Manager).ToList().IndexOf(managerOf[ranking.Ego]);
                if (rank < 0) continue;
                wrote++;
                hits += rank == 0 ? 1 : 0;
                reciprocal += 1.0 / (rank + 1);
            }
        }
        return (hits, reciprocal, wrote, Reliability.Of(promised, came));
    }
}
