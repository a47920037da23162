using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// Which of two people stands above the other, for an observer that knows a part of the organisation's chart: logistic regression on how the two differ in volume, degree and standing, on what they write
/// each other, and on how many are known to stand below each.
/// </summary>
/// <remarks>
/// After Agarwal et al. (ACL 2012), who order by degree alone, and Nurek and Michalski (2020), <c>doi:10.3390/app10051699</c>. In training a pair's own part of the chart never enters its features: those below
/// are counted without the rows of the pair's folds.
/// </remarks>
public sealed class DominanceInference
{
    const int Folds = 5;
    const double Ridge = 10;
    readonly PairFeatures _pairs;
    readonly KnownChart _chart;
    readonly LogisticRegression _model;
    readonly bool _countsBelow;

    DominanceInference(PairFeatures pairs, KnownChart chart, LogisticRegression model, bool countsBelow) => (_pairs, _chart, _model, _countsBelow) = (pairs, chart, model, countsBelow);

    /// <summary>Learns from the known part of a chart. O(pairs · (features² + contacts)).</summary>
    /// <param name="pairs">The prepared observation.</param>
    /// <param name="known">Party → manager, where known.</param>
    /// <param name="asked">Parties that will be asked about: no pair with one of them is learned from, or the model would know them by their numbers as it knows its examples.</param>
    /// <param name="countsBelow">Whether how many are known to stand below each is a feature, too; without it the chart serves to learn from and what is told of a pair is in the messages alone.</param>
    /// <param name="seed">Seed of the folds.</param>
    /// <exception cref="ArgumentException">No manager is known, or no pair is left to learn from.</exception>
    public static DominanceInference Fit(PairFeatures pairs, IReadOnlyDictionary<PartyId, PartyId> known, IReadOnlySet<PartyId> asked, bool countsBelow, int seed)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(asked);
        if (known.Count == 0) throw new ArgumentException("Nobody's manager is known: there is nothing to learn from.", nameof(known));
        var random = new Random(seed);
        PartyId[] people = [.. known.Keys.Union(known.Values).OrderBy(p => p.Index)];
        var fold = people.ToDictionary(p => p, _ => random.Next(Folds));
        List<double[]> features = [];
        List<bool> labels = [];
        var all = new KnownChart(known);
        foreach (var group in all.Pairs().Where(p => !asked.Contains(p.Superior) && !asked.Contains(p.Subordinate)).GroupBy(p => (Math.Min(fold[p.Superior], fold[p.Subordinate]), Math.Max(fold[p.Superior], fold[p.Subordinate]))).OrderBy(g => g.Key))
        {
            var rest = new KnownChart(known.Where(k => fold[k.Key] != group.Key.Item1 && fold[k.Key] != group.Key.Item2).ToDictionary());
            foreach (var (superior, subordinate) in group)
            {
                features.Add(Features(pairs, rest, superior, subordinate, countsBelow));
                labels.Add(true);
                features.Add(Features(pairs, rest, subordinate, superior, countsBelow));
                labels.Add(false);
            }
        }
        if (features.Count == 0) throw new ArgumentException("Every known pair is asked about: there is nothing to learn from.", nameof(asked));
        return new DominanceInference(pairs, all, LogisticRegression.Fit(new LabelledRows(features, labels, [.. Enumerable.Range(0, labels.Count)]), Ridge), countsBelow);
    }

    /// <summary>The probability that <paramref name="a"/> stands above <paramref name="b"/>, given that one stands above the other: 0 … 1. O(contacts).</summary>
    public double Probability(PartyId a, PartyId b) => _model.Probability(Features(_pairs, _chart, a, b, _countsBelow));

    // Changes sign when the two are exchanged, so that no order of naming tells.
    static double[] Features(PairFeatures pairs, KnownChart chart, PartyId a, PartyId b, bool countsBelow)
    {
        double[] ab = pairs.Of(a, b), ba = pairs.Of(b, a);
        var difference = new double[ab.Length + 2];
        for (var k = 0; k < ab.Length; k++) difference[k] = ab[k] - ba[k];
        if (!countsBelow) return difference;
        difference[^2] = Math.Log(1 + chart.BelowCount(a)) - Math.Log(1 + chart.BelowCount(b));
        difference[^1] = Math.Sign(chart.BelowCount(a)) - Math.Sign(chart.BelowCount(b));
        return difference;
    }
}
