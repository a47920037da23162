using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Conversations;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary><see cref="TieStrengthTable"/> as a table.</summary>
sealed class TieStrengthAnalysis : IAnalysis
{
    static readonly AnalysisParameter HalfLife = new("half-life", "30d", "age at which a delivery counts half in 'faded', a duration");

    public AnalysisCard Card { get; } = new(
        "tie-strength",
        "How strong every tie is, by eight definitions: the strongest by one need not be so by another.",
        "messages = deliveries both ways; conversations = stretches of them without a silence of --gap; hours and days = distinct ones with a delivery; bytes and call_seconds as far as known; mutual = √(share of a's deliveries on the tie · "
        + "share of b's); faded = Σ 2^(−age/--half-life), age up to the end of the log. The note gives how alike the definitions order the ties (Spearman's correlation with messages).",
        "Counts; bytes; seconds; mutual above 0 … 1; faded above 0 … messages.",
        "Empty log, only messages to oneself, hidden ends: no rows. No known size or call: null. One tie, or all at one instant: correlations are left out.",
        "O(deliveries · log degree + ties · log ties). Memory O(deliveries + ties).",
        "Onnela et al., PNAS 104 (2007) 7332, doi 10.1073/pnas.0610245104; conversations, hours and days against bursts: Miritello et al., Phys. Rev. E 83 (2011) 045102, doi 10.1103/PhysRevE.83.045102; fading: Cortes, Pregibon, Volinsky (2001), doi 10.1007/3-540-44816-0_11.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GapArgument.Parameter, HalfLife, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor_a", "one end"), new("actor_b", "the other end"), new("messages", "deliveries both ways"), new("conversations", "stretches of talk"), new("hours", "distinct hours with a delivery"), new("days", "distinct local days with a delivery"),
        new("bytes", "known bytes"), new("call_seconds", "known seconds of calls"), new("mutual", "geometric mean of both ends' shares, above 0 … 1"), new("faded", "messages that fade with age, above 0"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var (gap, note) = GapArgument.Read(seen, () => MessageThreads.Of(seen), arguments);
        var halfLife = Math.Max(1, (long)arguments.Duration(HalfLife.Name).TotalMilliseconds);
        var ties = TieStrengthTable.Of(seen, ZoneArgument.Clock(seen, arguments), gap, halfLife);
        var rows = ties.Select(t => (object?[])[seen.NameOf(t.A), seen.NameOf(t.B), t.Messages, t.Conversations, t.Hours, t.Days, t.Bytes, t.CallSeconds, t.Mutual, t.Faded]).ToList();
        (string Name, Func<TieStrength, double> Value)[] definitions = [("conversations", t => t.Conversations), ("hours", t => t.Hours), ("days", t => t.Days), ("mutual", t => t.Mutual), ("faded", t => t.Faded)];
        var likeness = definitions.Select(d => (d.Name, Rank: Spearman([.. ties.Select(t => (double)t.Messages)], [.. ties.Select(d.Value)]))).Where(d => double.IsFinite(d.Rank)).ToArray();
        return new AnalysisTable(rows, likeness.Length == 0 ? [note] : [note, "Order by messages and by " + string.Join(", ", likeness.Select(d => FormattableString.Invariant($"{d.Name} {d.Rank:0.00}"))) + " (Spearman)."]);
    }

    static double Spearman(double[] a, double[] b) => a.Length < 3 ? double.NaN : MathNet.Numerics.Statistics.Correlation.Spearman(a, b);
}
