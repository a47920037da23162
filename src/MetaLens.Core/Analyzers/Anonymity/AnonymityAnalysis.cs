using MetaLens.Lenses;

namespace MetaLens.Analyzers.Anonymity;

/// <summary><see cref="AnonymitySetCalculator"/> for usual windows, as a table.</summary>
sealed class AnonymityAnalysis : IAnalysis
{
    static readonly (string Text, long Milliseconds)[] Windows = [("1s", 1000), ("1m", 60_000), ("10m", 600_000), ("1h", 3_600_000), ("6h", 21_600_000), ("1d", 86_400_000)];

    public AnalysisCard Card { get; } = new(
        "anonymity",
        "Among how many people a sender hides when only the time of a message is known.",
        "For each message the senders active within the window before or after it are the candidates; effective size = 2^H, with H the entropy of the candidates weighted by their messages in the window; degree = H / log2 of all who ever send; min-entropy = −log2 of the likeliest candidate's part; guesses = Σ i p_(i), the mean number that finds the sender when the likeliest is tried first. Medians over messages. "
        + "A delay or a batch of that length would hide a sender in such a crowd, at best.",
        "Sizes and guesses from 1 (found) to all parties; degree 0 (found) … 1 (anybody); bits; shares 0 … 1.",
        "Empty log, hidden senders: nulls and 0 messages. One sender (one message, only messages to oneself): size 1, degree null.",
        "O(messages) a window. Memory O(messages + parties).",
        "Serjantov and Danezis, PET 2002, doi 10.1007/3-540-36467-6_4; Díaz et al., PET 2002, doi 10.1007/3-540-36467-6_5; Massey, ISIT 1994, doi 10.1109/ISIT.1994.394764.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("window", "time to either side of the message"), new("median_size", "candidates"), new("median_effective_size", "2^entropy of the candidates"),
        new("median_degree", "entropy over that of all senders, 0 … 1"), new("median_min_entropy_bits", "of the likeliest candidate, 0 and up"), new("median_guesses", "until found, likeliest first, from 1"),
        new("share_alone", "messages whose sender is the only candidate, 0 … 1"), new("messages", "messages looked at"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = new List<object?[]>();
        foreach (var (text, milliseconds) in Windows)
        {
            stop.ThrowIfCancellationRequested();
            var a = AnonymitySetCalculator.Of(seen, milliseconds);
            rows.Add([text, AnalysisTable.Cell(a.MedianSize), AnalysisTable.Cell(a.MedianEffectiveSize), AnalysisTable.Cell(a.MedianDegree), AnalysisTable.Cell(a.MedianMinEntropyBits), AnalysisTable.Cell(a.MedianGuesses), AnalysisTable.Cell(a.ShareAlone), a.Messages]);
        }
        return new AnalysisTable(rows, []);
    }
}
