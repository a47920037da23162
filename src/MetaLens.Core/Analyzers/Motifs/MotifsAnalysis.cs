using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Motifs;

/// <summary><see cref="TemporalMotifs"/> as a table.</summary>
sealed class MotifsAnalysis : IAnalysis
{
    static readonly string[] Shapes = ["pair", "star", "triangle"];

    public AnalysisCard Card { get; } = new(
        "motifs",
        "How people communicate in threes: counts of the 36 forms that three deliveries in a row can have.",
        "A δ-temporal motif is an ordered triple of deliveries among at most three parties, the last at most δ after the first (inclusive). Parties are numbered 0, 1, 2 by first appearance; '01 10 01' is ping, reply, ping. "
        + "Rows go by the second delivery (21, 12, 20, 02, 10, 01), columns by the third (01, 10, 02, 20, 12, 21). --order strict: t1 < t2 < t3, simultaneous deliveries are never in one motif; recorded: they follow in the order "
        + "of the records. One message to many makes many deliveries of one instant.",
        "Whole numbers; shares 0 … 1.",
        "Empty log, one message, all at one instant, hidden senders or recipients: 36 counts of 0, shares null. Messages to oneself do not count.",
        "O(deliveries) for pairs and stars, O(triangles · deliveries near the quietest tie) for triangles. Memory O(deliveries).",
        "Paranjape, Benson, Leskovec, WSDM 2017, doi 10.1145/3018661.3018731.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
    [
        new("delta", "600s", "longest time from first to third delivery, such as 600s, 1h, 1d"), new("order", "strict", "what is before at one instant: strict (nothing) or recorded (the earlier record)"),
    ];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("row", "1 … 6, by the second delivery"), new("column", "1 … 6, by the third delivery"), new("form", "the three deliveries, sender and recipient"),
        new("shape", "pair, star or triangle"), new("count", "how often"), new("share", "part of all motifs, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var order = arguments.OneOf("order", "strict", "recorded") == "strict" ? MotifOrder.Strict : MotifOrder.Recorded;
        var counts = TemporalMotifs.Of(seen.Restrict(ObservationWindow.Communication), arguments.Duration("delta"), order, stop);
        var rows = new List<object?[]>();
        for (var row = 1; row <= 6; row++)
            for (var column = 1; column <= 6; column++)
                rows.Add([row, column, $"01 {MotifCounts.SecondDelivery[row - 1]} {MotifCounts.ThirdDelivery[column - 1]}", Shapes[MotifCounts.PairsOf(row, column) - 1],
                    counts[row, column], counts.Total == 0 ? null : (double)counts[row, column] / counts.Total]);
        return new AnalysisTable(rows, [FormattableString.Invariant($"{counts.Total} motifs within {arguments.Text("delta")}, {arguments.Text("order")} order.")]);
    }
}
