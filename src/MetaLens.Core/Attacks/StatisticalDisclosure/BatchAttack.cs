using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary><see cref="BatchDisclosure"/> as the command line sees it.</summary>
public sealed class BatchAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "batch", "Names whom everybody writes to behind a mix that sends messages on in batches.",
        "Rows are cut into rounds of --size deliveries; an observer knows how many each party put in and took out of a round. Methods: plain (uniform background), background (of rounds without the sender), smart-noise "
        + "(background of those who sent along), least-squares (all senders at once, ridge), non-negative (the same, no negative shares).",
        "score: messages to the recipient per message of the sender, above what is expected; comparable within one subject.",
        "No row with both ends: no guesses. More than 100 million cells (rounds · parties): an error that names a larger size.",
        "O(rounds · parties), least squares O(rounds · size² + parties³).",
        "Danezis (2003), doi:10.1007/978-0-387-35691-4_40; Mathewson and Dingledine (2004), doi:10.1007/11423409_2; Pérez-González and Troncoso (2012), doi:10.1007/978-3-642-31680-7_11");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
        [new("size", "10", "deliveries a round, 2 … 100000"), new("method", "least-squares", "plain, background, smart-noise, least-squares or non-negative"), new("top", "10", "guesses per sender, 1 … 1000")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var top = arguments.Whole("top", 1, 1000);
        var rounds = BatchRounds.Of(seen, arguments.Whole("size", 2, 100_000));
        var sent = new double[seen.PartyCount];
        foreach (var round in rounds.Sent)
            for (var p = 0; p < sent.Length; p++) sent[p] += round[p];
        if (sent.Sum() == 0) return new AnalysisTable([], ["No row names both ends."]);
        var method = arguments.OneOf("method", "plain", "background", "smart-noise", "least-squares", "non-negative");
        var all = method switch { "least-squares" => BatchDisclosure.LeastSquares(rounds), "non-negative" => BatchDisclosure.NonNegative(rounds, stop), _ => null };
        var rows = new List<object?[]>();
        for (var p = 0; p < sent.Length; p++)
        {
            if (sent[p] == 0) continue;
            stop.ThrowIfCancellationRequested();
            var scores = all?[p] ?? method switch
            {
                "plain" => BatchDisclosure.Plain(rounds, p),
                "background" => BatchDisclosure.WithBackground(rounds, p),
                _ => BatchDisclosure.SmartNoise(rounds, p),
            };
            rows.AddRange(GuessRows.Best(seen, new PartyId(p), Enumerable.Range(0, scores.Length).Where(r => r != p).Select(r => (new PartyId(r), scores[r])), top));
        }
        return new AnalysisTable(rows, [FormattableString.Invariant($"{rounds.Sent.Length} rounds.")]);
    }
}
