using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.TrafficCorrelation;

/// <summary><see cref="EventDetector"/> as the command line sees it.</summary>
public sealed class CorrelationAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "correlate", "Names who talks with whom from (user, time, size) at a relay alone, as if no row named both ends.",
        "Every visible sender is an upload, every visible recipient a download; which became which is not used. An upload matches the downloads of about its size (64 bytes and a sixteenth) within --within, shared equally "
        + "among them. Score of a → b: n · KL(m/n ‖ p) for m matches of n uploads and b's share p of all downloads; of a pair, both ways added.",
        "score: log-likelihood ratio against coincidence, nats, above 0.",
        "No sender or no recipient visible in any row: no guesses. Unknown sizes agree with all. Of more than 1,000 fitting downloads the first 1,000 count.",
        "O(uploads · downloads within the window).",
        "Bahramali et al. (2020), doi:10.14722/ndss.2020.24347; Ilyas et al. (2013), doi:10.1109/ICNP.2013.6733574");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("within", "5s", "longest way of a message, 1 s … 1 d"), new("top", "10", "guesses per party, 1 … 1000")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var top = arguments.Whole("top", 1, 1000);
        var pairs = new Dictionary<PartyId, double>[seen.PartyCount];
        foreach (var (from, to) in EventDetector.Scores(seen, arguments.Duration("within"), stop))
            foreach (var (recipient, score) in to)
            {
                Add(from, recipient, score);
                Add(recipient, from, score);
            }
        return new AnalysisTable([.. Enumerable.Range(0, seen.PartyCount).SelectMany(p => GuessRows.Best(seen, new PartyId(p), (pairs[p] ?? []).Select(s => (s.Key, s.Value)), top))], []);

        void Add(PartyId a, PartyId b, double score)
        {
            var of = pairs[a.Index] ??= [];
            of[b] = of.GetValueOrDefault(b) + score;
        }
    }
}
