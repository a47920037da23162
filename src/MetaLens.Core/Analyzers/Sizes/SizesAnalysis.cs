using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary><see cref="SizeTable"/> as a table.</summary>
sealed class SizesAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "sizes",
        "How large each party's messages are, as the observer sees them.",
        "Messages of known size that a party sent (--direction: received, both): total, median, the size that nine in ten do not exceed (nearest rank), and distinct sizes over messages, which padding brings down.",
        "Bytes; share above 0 … 1.",
        "Empty log, sizes or the ends asked for hidden: no rows. Only messages to oneself: sent, not received.",
        "O(messages log messages). Memory O(messages).",
        "Plain counts; what sizes tell: Coull and Dyer, ACM CCR 44(5):5 (2014), doi 10.1145/2677046.2677048.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [DirectionArgument.Parameter("sent", "which of a party's messages are measured")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party"), new("messages", "messages of known size"), new("total_bytes", "their bytes"), new("median_bytes", "median"), new("p90_bytes", "nine in ten do not exceed it"),
        new("distinct_share", "distinct sizes over messages, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = SizeTable.Of(seen, DirectionArgument.Of(arguments)).Select(s => (object?[])[seen.NameOf(s.Party), s.Messages, s.TotalBytes, s.MedianBytes, s.NinetiethBytes, s.DistinctShare]).ToList();
        return new AnalysisTable(rows, rows.Count == 0 ? ["No size is visible together with that end of a message."] : []);
    }
}
