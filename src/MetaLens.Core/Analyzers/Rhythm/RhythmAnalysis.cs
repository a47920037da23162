using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>The week of a population or of one party, hour by hour, with its quiet window and UTC offset.</summary>
sealed class RhythmAnalysis : IAnalysis
{
    static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public AnalysisCard Card { get; } = new(
        "rhythm",
        "The week hour by hour, the quiet hours of the day, and the UTC offset they point to.",
        "Messages by weekday and hour, local time; a party's are those it sent (--direction: received, both; received where it is never seen sending). Quiet window: the circular six hours on a half-hour grid with the least activity, where a half-hour "
        + "counts once a party and day; interval by drawing days again (200 draws, 95 %). UTC offset: the middle of the population's quiet window is taken to be 04:30 (an office's mean hour to be noon), with a "
        + "deviation of 1.5 h between populations, times the number of people who live by each offset at the date; a person's half-hours are compared with the population's. " + ZoneWords,
        "Messages; shares 0 … 1; hours 0 … 24; offset −12 … +14 h.",
        "Empty log: no rows. One message, all at one instant: one hour has all, the others 0. A message to oneself counts. Relative times: no rows, since hours mean nothing. Wall-clock times: hours but no offset. Fewer than 3 days or 24 active half-hours: no offset.",
        "O(messages + draws · days). Memory O(deliveries + days).",
        "La Morgia et al., ICDCS 2018, doi 10.1109/ICDCS.2018.00054; mid-sleep: Roenneberg et al., Current Biology 22:939 (2012), doi 10.1016/j.cub.2012.03.038; inhabitants: UN World Population Prospects 2022, rounded.");

    const string ZoneWords = "Words: likely = probability at least 0.8 that the offset is right within an hour, consistent with = at least 0.4, else cannot tell.";

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [PartyArgument.Parameter, ZoneArgument.Parameter, DirectionArgument.TimesParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("weekday", "Monday … Sunday, local"), new("hour", "0 … 23, local"), new("messages", "messages in that hour of the week"), new("share", "part of all messages, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var party = PartyArgument.Find(seen, arguments);
        var direction = DirectionArgument.Of(arguments);
        var clock = ZoneArgument.Clock(seen, arguments);
        if (!clock.KnowsTimeOfDay) return new AnalysisTable([], ["Times count from an unnamed start: hours of the day are not known."]);
        if (seen.Count == 0) return new AnalysisTable([], ["No messages."]);
        var timelines = party is null ? null : PartyTimelines.Of(seen, direction);
        var week = party is null ? WeekProfile.OfPopulation(seen, clock) : WeekProfile.OfParty(seen, timelines!, clock, party.Value);
        var waking = party is null ? WakingTable.OfPopulation(seen, clock, arguments.Seed)
            : WakingTable.OfParties(seen, clock, 1, arguments.Seed, new HashSet<int> { party.Value.Index }, direction, stop).FirstOrDefault(w => w.Party == party);
        var all = Math.Max(1, week.Sum());
        var rows = week.Select((n, h) => (object?[])[Weekdays[h / 24], h % 24, n, (double)n / all]).ToList();
        return new AnalysisTable(rows, Notes(seen, clock, waking));
    }

    static List<string> Notes(Observation seen, LocalClock clock, WakingHours? waking)
    {
        var notes = new List<string> { $"Hours in zone {clock.Name}." };
        if (Periodicity.Autocorrelation(seen, 24) is var day && double.IsFinite(day)) notes.Add(FormattableString.Invariant($"Everybody's messages an hour repeat after 24 h with autocorrelation {day:0.00}{Weekly(seen)}."));
        if (waking is null) return notes;
        var q = waking.Quiet;
        notes.Add(FormattableString.Invariant(
            $"Quiet from {Clock(q.StartHour)} to {Clock(q.EndHour)} (the start lies {-q.LowHours:0.0} h earlier to {q.HighHours:0.0} h later, 95 %), with {q.ShareOfActivity:P1} of the activity; even activity would leave 25 %."));
        notes.Add(waking.Zone is { } z
            ? FormattableString.Invariant($"UTC offset: {z.Certainty} {z.Text}, as in {string.Join(", ", z.Places.Take(3))} (95 %: {z.LowHours:+0.#;−0.#;0} … {z.HighHours:+0.#;−0.#;0} h; right within an hour with probability {z.ProbabilityWithinOneHour:0.00}).")
            : seen.KnowsInstants ? "UTC offset: cannot tell, too few active hours." : "UTC offset: cannot tell, the times are wall-clock times of an unnamed zone.");
        return notes;
    }

    static string Weekly(Observation seen) =>
        Periodicity.Autocorrelation(seen, 168) is var week && double.IsFinite(week) ? FormattableString.Invariant($", after 168 h with {week:0.00}") : "";

    static string Clock(double hour)
    {
        var minutes = (int)Math.Round(hour * 60) % 1440;
        return FormattableString.Invariant($"{minutes / 60:00}:{minutes % 60:00}");
    }
}
