using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary><see cref="ResponseTable"/> as a table.</summary>
sealed class ResponsesAnalysis : IAnalysis
{
    static readonly (string Text, long Milliseconds)[] UsualGaps = [("129s", 129_000), ("30m", 1_800_000), ("1h", 3_600_000), ("6h", 21_600_000)];

    public AnalysisCard Card { get; } = new(
        "responses",
        "Who answers fast, who keeps others waiting, who begins.",
        "A reply is a message whose predecessor in the thread is another's, less than the gap before it. Delay = time between the two. Asymmetry = log2(own median delay / others' median delay to the party). Initiative = part of the "
        + "sessions a party writes in that it began. The notes give the population's median for gaps of 129 s, 30 min, 1 h and 6 h, since it depends on the gap.",
        "Seconds; asymmetry in doublings, above 0 = keeps others waiting; initiative 0 … 1.",
        "Empty log, only messages to oneself, hidden senders: no rows. No reply (one message): delays null. All at one instant: delays of 0 s.",
        "O(n log n). Memory O(messages).",
        "Conversation rule: bandicoot, JMLR 17(175):1 (2016); asymmetry as a sign of rank: Creamer et al., Complexity (2022).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GapArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party"), new("replies", "replies it sent"), new("delay_median_seconds", "median delay of its replies"), new("replies_received", "replies others sent it"),
        new("delay_of_others_median_seconds", "their median delay"), new("asymmetry_log2", "own over others' median delay, log2"), new("sessions", "sessions it wrote in"), new("share_initiated", "part it began, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var threads = MessageThreads.Of(seen);
        var (gap, note) = GapArgument.Read(seen, threads, arguments);
        var rows = ResponseTable.Of(seen, threads, gap)
            .Select(r => (object?[])[seen.NameOf(r.Party), r.Replies, AnalysisTable.Cell(r.MedianDelaySeconds), r.RepliesReceived, AnalysisTable.Cell(r.MedianDelayOfOthersSeconds), AnalysisTable.Cell(r.Asymmetry), r.Sessions, AnalysisTable.Cell(r.ShareInitiated)])
            .ToList();
        var sensitivity = UsualGaps.Select(g => (g.Text, Replies: ResponseTable.Of(seen, threads, g.Milliseconds)))
            .Select(g => (g.Text, Count: g.Replies.Sum(r => r.Replies), Medians: g.Replies.Where(r => r.Replies > 0).Select(r => r.MedianDelaySeconds).Order().ToArray()))
            .Where(g => g.Medians.Length > 0)
            .Select(g => FormattableString.Invariant($"{g.Text}: {g.Count} replies, median of the parties' medians {g.Medians[g.Medians.Length / 2]:0} s"));
        return new AnalysisTable(rows, [note, "By gap — " + string.Join("; ", sensitivity)]);
    }
}
