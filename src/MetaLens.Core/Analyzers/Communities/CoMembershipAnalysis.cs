using MetaLens.Lenses;

namespace MetaLens.Analyzers.Communities;

/// <summary><see cref="CoMembership"/> as a table.</summary>
sealed class CoMembershipAnalysis : IAnalysis
{
    static readonly AnalysisParameter Largest = new("largest", "500", "groups with more members join nobody, 2 … 10000");

    public AnalysisCard Card { get; } = new(
        "co-membership",
        "Who is in the same groups as whom, whether or not they ever write to each other.",
        "A group is a conversation in which at least three parties are seen sending or receiving. shared = groups with both; strength = Σ 1/(members − 1) over them; likeness = shared over groups with either. p_value = P[H ≥ shared], H "
        + "hypergeometric of all groups, those of a and those of b: as many by chance if everybody's groups were drawn at random; p_bh corrected over all pairs that share one (Benjamini–Hochberg). Least likely to be chance first.",
        "Counts; strength above 0; likeness and p-values 0 … 1.",
        "Empty log, no conversation visible, nobody in a group (pairs, messages to oneself): no rows. One group: p_value 1, since everybody in it shares all groups there are. Members who neither write nor are listed as recipients are not seen.",
        "O(deliveries + Σ members² + pairs log pairs). Memory O(pairs that share a conversation).",
        "Newman, Phys. Rev. E 64 (2001) 016132, doi 10.1103/PhysRevE.64.016132; Tumminello et al., PLoS ONE 6 (2011) e17994, doi 10.1371/journal.pone.0017994.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Largest];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor_a", "one end"), new("actor_b", "the other end"), new("shared", "groups with both"), new("strength", "small groups count more, above 0"), new("likeness", "shared over groups with either, 0 … 1"),
        new("p_value", "0 … 1"), new("p_bh", "corrected, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = CoMembership.Of(seen, arguments.Whole(Largest.Name, 2, 10_000), stop)
            .Select(p => (object?[])[seen.NameOf(p.A), seen.NameOf(p.B), p.Shared, p.Strength, p.Likeness, p.PValue, p.Corrected]).ToList();
        return new AnalysisTable(rows, rows.Count == 0 ? ["No conversation with three parties is visible."] : []);
    }
}
