using MetaLens.Analyzers.Ties;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Signatures;

/// <summary><see cref="SignatureTable"/> as a table.</summary>
sealed class SignaturesAnalysis : IAnalysis
{
    static readonly AnalysisParameter Windows = new("windows", "2", "equal windows of the log's span, 2 … 100");
    static readonly AnalysisParameter Least = new("least", "20", "deliveries a party must send (receive, exchange) in every window, 1 … 1000000");

    public AnalysisCard Card { get; } = new(
        "signatures",
        "How each party spreads its messages over its contacts, and how well that habit outlives the contacts.",
        "Signature: share of sent messages (--direction: received, both) by rank of the contact. Self distance: Jensen–Shannon divergence between consecutive windows; reference distance: to other parties in the same window (200 at random where there are more). "
        + "A signature persists when self is below reference; the note gives the chance of so many persistent ones were either as likely (binomial, two-sided). Turnover: 1 − Jaccard index of the contacts in consecutive windows.",
        "Shares 0 … 1; distances 0 … 1 bit.",
        "Empty log, one message, all at one instant, only messages to oneself, hidden senders or recipients, nobody with enough messages in every window: no rows. One subject: reference null.",
        "O(deliveries + subjects · windows · contacts · 200). Memory O(ties · windows).",
        "Saramäki et al., PNAS 111:942 (2014), doi 10.1073/pnas.1308540110.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Windows, Least, DirectionArgument.Parameter("sent", "which of a party's messages make its signature")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party"), new("contacts", "contacts written to (heard from, either)"), new("share_first", "share of the first contact, 0 … 1"), new("share_first_three", "share of the first three"),
        new("self_distance", "between its own windows, bits 0 … 1"), new("reference_distance", "to others, bits 0 … 1"), new("turnover", "of contacts between windows, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var all = SignatureTable.Of(seen, arguments.Whole(Windows.Name, 2, 100), arguments.Whole(Least.Name, 1, 1_000_000), arguments.Seed, DirectionArgument.Of(arguments));
        var rows = all.Select(s => (object?[])[seen.NameOf(s.Party), s.Shares.Count, s.Shares[0], s.Shares.Take(3).Sum(), s.SelfDistance, double.IsNaN(s.ReferenceDistance) ? null : s.ReferenceDistance, s.Turnover]).ToList();
        return new AnalysisTable(rows, all.Count == 0 ? ["Nobody has enough messages in every window."]
            : [FormattableString.Invariant($"{all.Count(s => s.SelfDistance < s.ReferenceDistance)} of {all.Count} parties are more like themselves than like others; their contacts turn over by {all.Average(s => s.Turnover):P0}."), .. Persistence(all)]);
    }

    static IEnumerable<string> Persistence(IReadOnlyList<SocialSignature> all)
    {
        var told = all.Count(s => s.SelfDistance != s.ReferenceDistance && double.IsFinite(s.ReferenceDistance));
        var chance = ChanceTests.Share(all.Count(s => s.SelfDistance < s.ReferenceDistance), told, 0.5);
        if (double.IsFinite(chance)) yield return FormattableString.Invariant($"Were either as likely, so lopsided a count had probability {chance:0.##E+0}.");
    }
}
