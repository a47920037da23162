using System.Collections.Immutable;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>When people are awake: the hour of the week of every message, and the quietest six hours on end.</summary>
public static class DayAndNightFinding
{
    const int EnoughMessages = 50;
    static readonly ImmutableArray<string> Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Of what even activity would put into the quietest hours, a night holds less than half; chance alone leaves a dip, but not that deep.</summary>
    internal static bool IsNight(QuietWindow quiet) => quiet.ShareOfActivity < quiet.Hours / 24 / 2;

    /// <summary>The finding over the owner's own messages, or everybody's. O(messages).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "day-and-night", Heading = "Day and night";
        if (!evidence.Clock.KnowsTimeOfDay)
            return Finding.Unknown(Id, Heading, "The times count from an unnamed start: the rhythm of the day is in the records, but not which hour it is.");
        if (evidence.IsCoarse) return Finding.Unknown(Id, Heading, "The times of a published report are too coarse to show day and night.");
        var waking = evidence.Owner is { } owner
            ? WakingTable.OfParty(evidence.Seen, evidence.Clock, new PartyId(owner), EnoughMessages, evidence.Seed)
            : WakingTable.OfPopulation(evidence.Seen, evidence.Clock, evidence.Seed);
        var (total, inside) = waking is null ? (0, 0) : CountIn(evidence, waking.Quiet);
        if (waking is null || total < EnoughMessages)
            return Finding.Unknown(Id, Heading, $"There are fewer than {EnoughMessages} messages: too few to see day and night in.");

        var quiet = waking.Quiet;
        var share = inside / (double)total;
        if (!IsNight(quiet))
            return Finding.Unknown(Id, Heading, $"Even the quietest six hours, {Figures.HourOfDay(quiet.StartHour)} to {Figures.HourOfDay(quiet.EndHour)}, hold {Figures.Percent(share)} of {Figures.Count(total)} messages, where an even day would hold 25\u00a0%: no night is to be seen in them.");
        var who = evidence.Owner is null ? "all" : "your";
        return new Finding(Id, Heading,
            $"From {Figures.HourOfDay(quiet.StartHour)} to {Figures.HourOfDay(quiet.EndHour)}, a quarter of the day, {(inside == 0 ? "none" : Figures.Count(inside))} of {who} {Figures.Count(total)} messages {(inside < 2 ? "is" : "are")} sent{(inside == 0 ? "" : $" ({Figures.Percent(share)})")}. That is the night.",
            Certainty.Likely,
            [$"The quiet window is the {QuietWindowFinder.Hours} hours on end with the least activity, over all days together, read on {evidence.ClockName}; spread evenly, they would hold 25 %. Drawing the days again moves it by {Figures.Number(quiet.LowHours)} to {Figures.Number(quiet.HighHours)} h (95 %).",
             "Sleep leaves a hole in the records that no encryption of content fills; whoever sees times sees it."],
            Finding.Named(("quiet_start_hour", quiet.StartHour), ("quiet_end_hour", quiet.EndHour), ("messages_in_quiet", inside), ("messages", total), ("share_in_quiet", share),
                ("quiet_earlier_hours", quiet.LowHours), ("quiet_later_hours", quiet.HighHours)),
            [Week(evidence, quiet)])
        {
            Question = "rhythm",
            Wrong = evidence.ClockIsSuggested ? "The hours rest on an offset that the records themselves suggest. Who works at night sleeps by day, and the window is then the day’s." : "Who works at night sleeps by day, and the window is then the day’s.",
            Surprise = Math.Max(0, 0.25 - share),
            Headline = evidence.Owner is null
                ? $"Times alone show when people here sleep: a quarter of the day holds {Figures.Percent(share)} of their messages."
                : $"Times alone show when you sleep: a quarter of the day holds {Figures.Percent(share)} of your messages.",
        };
    }

    static (int Total, int Inside) CountIn(Evidence evidence, QuietWindow quiet)
    {
        int total = 0, inside = 0;
        for (var row = 0; row < evidence.Seen.Count; row++)
        {
            if (evidence.Owner is { } owner && evidence.Seen.Sender[row] != owner) continue;
            var hour = LocalClock.TimeOfDay(evidence.Clock.ToLocal(evidence.Seen.SeenAt[row])) / 3_600_000.0;
            total++;
            if ((hour - quiet.StartHour + 24) % 24 < quiet.Hours) inside++;
        }
        return (total, inside);
    }

    static HeatMap Week(Evidence evidence, QuietWindow quiet)
    {
        var week = evidence.Owner is { } owner
            ? WeekProfile.OfParty(evidence.Seen, PartyTimelines.Of(evidence.Seen), evidence.Clock, new Lenses.PartyId(owner))
            : WeekProfile.OfPopulation(evidence.Seen, evidence.Clock);
        // A row begins at noon of its day and ends at noon of the next, so that a night lies whole in the middle of it.
        var values = ImmutableArray.CreateBuilder<double>(168);
        for (var day = 0; day < 7; day++)
            for (var column = 0; column < 24; column++)
                values.Add(week[((day * 24) + 12 + column) % 168]);
        double from = (quiet.StartHour - 12 + 24) % 24, to = from + quiet.Hours;
        var span = $"{Figures.HourOfDay(quiet.StartHour)}–{Figures.HourOfDay(quiet.EndHour)}";
        return new HeatMap("week", $"The week, noon to noon (hours: {evidence.ClockName})",
            $"{(evidence.Owner is null ? "Messages" : "Your messages")} by weekday and hour. A row begins at noon of its day and ends at noon of the next, so that the night is in the middle. The quietest hours are {span}.",
            "messages in that hour", Weekdays, [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], values.MoveToImmutable(), LabelEvery: 3,
            // A window over the edge of the picture would need two marks; the sentence has it.
            Mark: to <= 24 ? (from, to, $"quiet {span}") : null);
    }
}
