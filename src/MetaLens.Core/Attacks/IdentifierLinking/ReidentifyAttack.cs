using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary><see cref="PartyLinking"/> as the command line sees it: the second half of an observation against the first.</summary>
public sealed class ReidentifyAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "reidentify", "Names who each party of the second half was in the first, as if every identifier had changed at the median row.",
        "Likeness = mean cosine of contacts sent to and received from under the present belief + 0.3 · behaviour (numbers, hour-of-week profile, signature); belief = Sinkhorn scaling of e^(β · likeness), β from 8 "
        + "to 60 over the rounds; a tie's weight = ln(1 + 2 Σ 1/(1 + days to the change/10)) · ln(1 + parties/degree of the contact). Contacts known: the belief about contacts is the identity, 20 in "
        + "place of 2, behaviour counts 0.15, and the cosine of those addressed together with the party in one mailing of at most 50 counts 0.6. "
        + "Identifiers of the party itself are never used.",
        "score: share of belief, 0 … 1.",
        "A half without rows: no guesses. Parties beyond the 2,500 most active get none.",
        "O(rounds · ties · parties) time, O(parties²) memory.",
        "Cretu et al. (2022), doi:10.1038/s41467-021-27714-6; Narayanan and Shmatikov (2009), doi:10.1109/SP.2009.22; Gold and Rangarajan (1996), doi:10.1109/34.491619");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
    [
        new("level", "redrawn", "what stayed the same: contacts, redrawn (nothing but the clock), relative (nothing)"),
        new("top", "10", "guesses per party, 1 … 1000"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var options = new PartyLinkingOptions
        {
            Level = arguments.OneOf("level", "contacts", "redrawn", "relative") switch
            {
                "contacts" => LinkingLevel.ContactsKnown,
                "relative" => LinkingLevel.RelativeTimes,
                _ => LinkingLevel.EverythingRedrawn,
            },
            Candidates = arguments.Whole("top", 1, 1000),
        };
        if (seen.Count < 2) return new AnalysisTable([], ["Fewer than two rows: nothing to compare."]);
        var cut = seen.SeenAt[seen.Count / 2];
        var rankings = PartyLinking.Rank(seen.Restrict(new ObservationWindow(To: cut)), seen.Restrict(new ObservationWindow(From: cut)), options, stop);
        return new AnalysisTable(
            [.. rankings.SelectMany(r => r.Candidates.Select((c, i) => new object?[] { seen.NameOf(r.Later), i + 1, seen.NameOf(c.Earlier), c.Score }))],
            ["Cut at the median row; who guesses themselves was found again."]);
    }
}
