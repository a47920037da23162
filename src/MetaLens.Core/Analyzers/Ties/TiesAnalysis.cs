using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Ties;

/// <summary><see cref="TieTable"/> as a table.</summary>
sealed class TiesAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "ties",
        "Every pair that writes: how much each way, since when, how evenly, by day or by night.",
        "A tie joins two parties with at least one delivery. Strength = deliveries both ways; reciprocity = min/max of the two directions; share of a party = the tie's part of all deliveries over "
        + "that party's ties; a day is active when the tie has a delivery on that local day; night = 22:00–06:00, weekend = Saturday and Sunday, local time. Every kind that communicates counts.",
        "Counts of deliveries; reciprocity and shares 0 … 1.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. Times relative to an unnamed start: night and weekend shares are null.",
        "O(deliveries · log degree + ties · log ties) time. Memory O(deliveries + ties).",
        "Strength and its two directions: Onnela et al., PNAS 104:7332 (2007), doi 10.1073/pnas.0610245104.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor_a", "one end"), new("actor_b", "the other end"),
        new("messages", "deliveries both ways"), new("a_to_b", "deliveries from a to b"), new("b_to_a", "deliveries from b to a"),
        new("reciprocity", "smaller direction over the larger, 0 … 1"),
        new("first", "first delivery"), new("last", "last delivery"), new("days_active", "local days with a delivery"),
        new("share_of_a", "part of all of a's traffic, 0 … 1"), new("share_of_b", "part of all of b's traffic, 0 … 1"),
        new("share_at_night", "part between 22:00 and 06:00 local time, 0 … 1"), new("share_at_weekend", "part on Saturday and Sunday, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var ties = TieTable.Of(seen, clock, NightHours.Sleeping);
        var rows = new List<object?[]>(ties.Count);
        foreach (var t in ties)
        {
            stop.ThrowIfCancellationRequested();
            rows.Add([seen.NameOf(t.A), seen.NameOf(t.B), t.Messages, t.MessagesAToB, t.MessagesBToA, t.Reciprocity,
                Instant.FromUnixTimeMilliseconds(t.First), Instant.FromUnixTimeMilliseconds(t.Last), t.DaysActive, t.ShareOfA, t.ShareOfB, t.ShareAtNight, t.ShareAtWeekend]);
        }
        return new AnalysisTable(rows, [clock.KnowsTimeOfDay ? $"Night and weekend in zone {clock.Name}." : "Times count from an unnamed start: nights and weekends are not known."]);
    }
}
