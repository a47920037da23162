using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary><see cref="WakingTable"/> as a table.</summary>
sealed class WakingAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "50", "parties with fewer messages are left out, 1 … 1000000");

    public AnalysisCard Card { get; } = new(
        "waking",
        "When each party is awake and the UTC offset that points to.",
        "Quiet window and UTC offset as in 'rhythm', for everybody together (first row, actor empty) and for each party, by what it sent (--direction: received, both; received where it is never seen sending); a party's profile is mixed with the population's, which counts as twelve active half-hours. "
        + "Entropy, mean hour and concentration are those of the 24-hour profile of activity. A night is a silence of 3 to 16 h round the middle of the quiet window; it belongs to the day on which it ends.",
        "Hours 0 … 24 local; entropy 0 … 4.585 bits; concentration 0 … 1; offset −12 … +14 h.",
        "Empty log, relative times: no rows. Wall-clock times: no offset. Parties below the least number of messages: no row, so that one message, all at one instant and a few to oneself leave everybody's row, its quiet window opposite the one active half-hour.",
        "O(deliveries + parties · draws · active half-hours), parallel over parties. Memory O(deliveries + days).",
        "As 'rhythm'; social jet lag: Wittmann et al., Chronobiology International 23:497 (2006), doi 10.1080/07420520500545979.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least, ZoneArgument.Parameter, DirectionArgument.TimesParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party; empty for everybody together"), new("messages", "messages behind the answer"), new("active_days", "local days with activity"),
        new("quiet_start_hour", "start of the six quietest hours"), new("quiet_end_hour", "their end"),
        new("quiet_earlier_hours", "how much earlier the window may lie (95 %)"), new("quiet_later_hours", "how much later"), new("quiet_share", "part of activity inside, 0 … 1"),
        new("utc_offset_hours", "most probable offset"), new("utc_offset_low", "lowest offset of the 95 % set"), new("utc_offset_high", "highest offset of the 95 % set"),
        new("utc_offset_probability", "that the offset is right within an hour, 0 … 1"), new("certainty", "likely, consistent with, cannot tell"),
        new("entropy_bits", "of the 24-hour profile"), new("mean_hour", "circular mean of activity"), new("concentration", "resultant length, 0 … 1"),
        new("nights", "nights read from silences"), new("sleep_mid_hour", "mean middle of those silences"), new("sleep_median_hours", "median length, an upper bound of sleep"),
        new("social_jet_lag_hours", "middle of the nights to Saturday and Sunday less the others"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var least = arguments.Whole(Least.Name, 1, 1_000_000);
        var clock = ZoneArgument.Clock(seen, arguments);
        if (!clock.KnowsTimeOfDay) return new AnalysisTable([], ["Times count from an unnamed start: hours of the day are not known."]);
        var rows = new List<object?[]>();
        if (WakingTable.OfPopulation(seen, clock, arguments.Seed) is { } everybody) rows.Add(Row("", everybody));
        foreach (var w in WakingTable.OfParties(seen, clock, least, arguments.Seed, direction: DirectionArgument.Of(arguments), stop: stop)) rows.Add(Row(seen.NameOf(w.Party!.Value), w));
        return new AnalysisTable(rows, [$"Hours in zone {clock.Name}."]);
    }

    static object?[] Row(string name, WakingHours w) =>
    [
        name, w.Messages, w.ActiveDays, w.Quiet.StartHour, w.Quiet.EndHour, 0 - w.Quiet.LowHours, w.Quiet.HighHours, w.Quiet.ShareOfActivity,
        w.Zone?.OffsetHours, w.Zone?.LowHours, w.Zone?.HighHours, w.Zone?.ProbabilityWithinOneHour, w.Zone?.Certainty, w.EntropyBits, w.MeanHour, w.ResultantLength,
        w.Sleep?.Nights, AnalysisTable.Cell(w.Sleep?.MidHour), AnalysisTable.Cell(w.Sleep?.MedianHours), AnalysisTable.Cell(w.Sleep?.SocialJetLagHours),
    ];
}
