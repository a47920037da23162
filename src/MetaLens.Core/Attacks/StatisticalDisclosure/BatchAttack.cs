using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary><see cref="BatchDisclosure"/> as the command line sees it.</summary>
public sealed class BatchAttack : IAnalysis
{
    const double ReplyShare = 0.5;
    const int ReplyRounds = 10, LargestHittingSet = 5;

    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "batch", "Names whom everybody writes to behind a mix that sends messages on in batches.",
        "Rows are cut into rounds of --size deliveries, more where several have one instant; an observer knows how many each party put in and took out of a round. Methods: plain (uniform background), background (of rounds without the sender), smart-noise "
        + "(background of those who sent along), two-sided (background, less what answers within 10 rounds explain, half of the messages being answers), least-squares (all senders at once, ridge), non-negative (the same, no "
        + "negative shares), hitting-set (the smallest set of at most 5 recipients that meets every round of the sender; nothing while there are two).",
        "score: messages to the recipient per message of the sender, above what is expected; comparable within one subject. hitting-set: share of the sender's rounds with the recipient.",
        "No row with both ends: no guesses. More than 100 million cells (rounds · parties): an error that names a larger size.",
        "O(rounds · parties), two-sided ten times that, least squares O(rounds · size² + parties³), hitting set O(size⁵ · rounds) a sender at worst.",
        "Danezis (2003), doi:10.1007/978-0-387-35691-4_40; Mathewson and Dingledine (2004), doi:10.1007/11423409_2; Danezis, Diaz and Troncoso (2007), doi:10.1007/978-3-540-75551-7_3; Kesdogan and Pimenidis (2004), doi:10.1007/978-3-540-30114-1_23; Pérez-González and Troncoso (2012), doi:10.1007/978-3-642-31680-7_3");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
        [new("size", "10", "deliveries a round, 2 … 100000"), new("method", "least-squares", "plain, background, smart-noise, two-sided, least-squares, non-negative or hitting-set"), new("top", "10", "guesses per sender, 1 … 1000")];

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
        var method = arguments.OneOf("method", "plain", "background", "smart-noise", "two-sided", "least-squares", "non-negative", "hitting-set");
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
                "two-sided" => TwoSidedDisclosure.Scores(rounds, p, ReplyShare, ReplyRounds),
                "hitting-set" => HittingSet(rounds, p, stop),
                _ => BatchDisclosure.SmartNoise(rounds, p),
            };
            rows.AddRange(GuessRows.Best(seen, new PartyId(p), Enumerable.Range(0, scores.Length).Where(r => r != p).Select(r => (new PartyId(r), scores[r])), top));
        }
        return new AnalysisTable(rows, [FormattableString.Invariant($"{rounds.Sent.Length} rounds.")]);
    }

    static double[] HittingSet(BatchRounds rounds, int sender, CancellationToken stop)
    {
        var scores = new double[rounds.Received[0].Length];
        if (HittingSets.Smallest(rounds, sender, LargestHittingSet, stop) is not [var only]) return scores;
        int[] own = [.. Enumerable.Range(0, rounds.Sent.Length).Where(i => rounds.Sent[i][sender] > 0)];
        foreach (var recipient in only) scores[recipient] = own.Count(i => rounds.Received[i][recipient] > 0) / (double)own.Length;
        return scores;
    }
}
