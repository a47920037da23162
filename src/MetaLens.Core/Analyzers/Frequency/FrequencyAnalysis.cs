using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Frequency;

/// <summary><see cref="FrequencyTable"/> as a table.</summary>
sealed class FrequencyAnalysis : IAnalysis
{
    static readonly AnalysisParameter DirectionParameter = DirectionArgument.Parameter("sent", "which of a party's messages are its events");

    public AnalysisCard Card { get; } = new(
        "frequency",
        "How often each party communicates: counts, rates, active days, gaps, bursts, memory.",
        "Events are the messages a party sent (or received, or both). Per day = events over all days of the log, first to last inclusive. Gaps are the times between consecutive events. Burstiness "
        + "B = (σ − μ)/(σ + μ) of the gaps; the finite-size form of Kim and Jo has the same meaning for any number of gaps; memory M = Pearson correlation of consecutive gaps. σ is the population standard deviation.",
        "Counts; seconds; burstiness and memory −1 … 1.",
        "Empty log: no rows. A party with no event: zeros, gaps null. One event: gaps null. All events at one instant: gaps 0, burstiness null. A message to oneself is sent, not received. Hidden senders: choose received.",
        "O(deliveries + Σ e log e) time for e events a party, parallel over parties. Memory O(deliveries).",
        "Goh and Barabási, EPL 81:48002 (2008), doi 10.1209/0295-5075/81/48002; Kim and Jo, PRE 94:032311 (2016), doi 10.1103/PhysRevE.94.032311.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [DirectionParameter, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party"), new("sent", "messages sent"), new("received", "deliveries received"),
        new("active_days", "local days with an event"), new("per_day", "events per day of the log"), new("per_week", "events per week of the log"),
        new("gap_mean_seconds", "mean time between events"), new("gap_median_seconds", "median time between events"),
        new("burstiness", "−1 clock … 0 random … 1 bursts"), new("burstiness_finite", "the same, corrected for few events"),
        new("memory", "correlation of consecutive gaps, −1 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var direction = DirectionArgument.Of(arguments);
        var clock = ZoneArgument.Clock(seen, arguments);
        var rows = FrequencyTable.Of(seen, clock, direction, stop)
            .OrderByDescending(f => f.Sent + f.Received)
            .Select(f => (object?[])[seen.NameOf(f.Party), f.Sent, f.Received, f.ActiveDays, f.PerDay, f.PerDay * 7,
                AnalysisTable.Cell(f.MeanGapSeconds), AnalysisTable.Cell(f.MedianGapSeconds), AnalysisTable.Cell(f.Burstiness), AnalysisTable.Cell(f.FiniteBurstiness), AnalysisTable.Cell(f.Memory)])
            .ToList();
        return new AnalysisTable(rows, [$"Events: messages {(direction == Direction.Both ? "sent and received" : direction == Direction.Sent ? "sent" : "received")}; days in zone {clock.Name}."]);
    }
}
