using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary><see cref="SuccessionLinking"/> as the command line sees it.</summary>
public sealed class LinkIdentifiersAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "link-identifiers", "Names the earlier identifier of everybody who may have changed theirs, whenever each did.",
        "Score of a party and an earlier one: cosine of their contacts, weights ln(1 + messages) · ln(1 + parties/degree), times (1 − share of the later one's time in which the earlier was still active)², divided by "
        + "1 + days of silence between/30. Where fewer than half of all outlast some instant, all changed at once, and what lies before and after is compared as 'reidentify' does.",
        "score: 0 … 1.",
        "No row with both ends: no guesses. Parties that share no contact with anybody earlier get none.",
        "O(Σ over ties of the contact's degree).",
        "Cortes, Pregibon and Volinsky (2001), doi:10.1007/3-540-44816-0_11");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("top", "10", "guesses per party, 1 … 1000")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var top = arguments.Whole("top", 1, 1000);
        var cut = CommonChange.Find(seen);
        var rankings = cut is null ? SuccessionLinking.Rank(seen, top, stop)
            : PartyLinking.Rank(seen.Restrict(new ObservationWindow(To: cut)), seen.Restrict(new ObservationWindow(From: cut)), new PartyLinkingOptions { Candidates = top }, stop);
        return new AnalysisTable([.. rankings.SelectMany(r => r.Candidates.Select((c, i) => new object?[] { seen.NameOf(r.Later), i + 1, seen.NameOf(c.Earlier), c.Score }))],
            [cut is null ? "Identifiers change one by one, if at all." : "Everybody changed identifiers at once: belief about contacts and parties was propagated between what lies before and after the change that fewest outlast."]);
    }
}
