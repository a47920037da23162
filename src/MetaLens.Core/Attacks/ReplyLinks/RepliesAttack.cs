using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary><see cref="ReplyRule"/> as the command line sees it.</summary>
public sealed class RepliesAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "replies", "Names the earlier message of its conversation that each message answers, from time and sender alone.",
        "Candidates are the last 30 rows of the conversation. Weight: 1/(rows back · (1 + minutes back)), times 1.5 when both senders took turns within the last 60 rows, 0.7 for the sender's own rows.",
        "score: share of the weights, 0 … 1.",
        "The first row of a conversation answers nothing. Rows without a conversation are taken as one.",
        "O(rows · 30).",
        "Setting and features: Kummerfeld et al. (2019), doi:10.18653/v1/P19-1374; the rule is this project's");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("top", "3", "guesses per message, 1 … 30")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var top = arguments.Whole("top", 1, 30);
        var conversations = new ConversationRows(seen);
        var rows = new List<object?[]>();
        for (var row = 0; row < seen.Count; row++)
        {
            if ((row & 0xFFF) == 0) stop.ThrowIfCancellationRequested();
            var (inOrder, place) = conversations.At(row);
            var rank = 0;
            foreach (var (earlier, score) in ReplyRule.Of(seen, inOrder, place).Take(top)) rows.Add([Name(row), ++rank, Name(earlier), score]);
        }
        return new AnalysisTable(rows, ["Messages are named by their row in order of time, 1 = the first."]);

        static string Name(int row) => FormattableString.Invariant($"row {row + 1}");
    }
}
