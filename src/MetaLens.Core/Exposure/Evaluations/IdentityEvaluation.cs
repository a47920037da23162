using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Whether a new identifier is somebody's old one, against pairs somebody knows.</summary>
public sealed class IdentityEvaluation : IEvaluation
{
    const int Candidates = 100;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("identity",
        "Share of new identifiers whose old one is the first guess. Where single people change: contacts and times of falling silent and appearing. Where all change at once: belief propagation over the two halves. Linkability risk: above the same with the right answers dealt out to others.", ["old", "new"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = view.Named(2);
        var talk = view.View.Talk;
        var cut = CommonChange.Find(talk);
        var rankings = cut is not null
            ? PartyLinking.Rank(talk.Restrict(new ObservationWindow(To: cut)), talk.Restrict(new ObservationWindow(From: cut)), new PartyLinkingOptions { Candidates = Candidates }, stop)
            : SuccessionLinking.Rank(talk, Candidates, stop);
        var byLater = rankings.ToDictionary(r => r.Later);
        double[] rank = [.. rows.Select(r => byLater.TryGetValue(r.Parties[1], out var ranking) ? 1.0 + ranking.Candidates.Select(c => c.Earlier).ToList().IndexOf(r.Parties[0]) : 0)];
        // Control: the right answers dealt out to others.
        PartyId[] others = [.. rows.Select(r => r.Parties[0])];
        new Random(view.Seed).Shuffle(others);
        var control = rows.Zip(others, (r, other) => byLater.TryGetValue(r.Parties[1], out var ranking) && ranking.Candidates.Select(c => c.Earlier).FirstOrDefault(new PartyId(-1)) == other ? 1 : 0).Sum();
        double chance = 1.0 / Math.Max(1, view.Seen.PartyCount - 1);
        return new Evaluation(MetricEstimate.Of("hit_at_1", new MeanMeasurement(Array.ConvertAll(rank, r => r == 1 ? 1.0 : 0), [.. rank.Select(_ => chance)]), view.Seed),
        [
            new("hit_at_10", rank.Average(r => r is >= 1 and <= 10 ? 1.0 : 0)), new("mrr", rank.Average(r => r >= 1 ? 1 / r : 0)), new("all_changed_at_once", cut is not null ? 1 : 0), new("parties", view.Seen.PartyCount),
            .. RiskValues.Of(RiskEstimate.Of((rank.Count(r => r == 1), rank.Length), (control, rank.Length), (chance * rank.Length, rank.Length))),
        ]);
    }
}
