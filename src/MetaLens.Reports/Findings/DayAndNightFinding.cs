using System.Collections.Immutable;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>When people are awake: the hour of the week of every message, and the quietest six hours on end.</summary>
public static class DayAndNightFinding
{
    static readonly ImmutableArray<string> Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The finding over the owner's own messages, or everybody's. O(messages).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var rhythm = Rhythm.Of(evidence, evidence.Owner);
        if (rhythm.Total < 50)
            return Finding.Unknown("day-and-night", "Day and night", $"{Figures.Count(rhythm.Total)} messages are too few to see day and night in (at least 50).");
        if (!evidence.HoursKnown)
            return Finding.Unknown("day-and-night", "Day and night", "The times count from an unnamed start: the rhythm of the day is in the records, but not which hour it is.");
        var (start, share) = (rhythm.QuietStart, rhythm.QuietShare);
        var end = (start + Rhythm.QuietHours) % 24;
        var clock = evidence.Seen.TimeBasis is TimeBasis.LocalUnknown ? "by the records' own clock" : evidence.HoursAhead == 0 ? "UTC" : OffsetWords.Name(evidence.HoursAhead);
        var who = evidence.Owner is null ? "of all" : "of your";
        return new Finding("day-and-night", "Day and night",
            $"From {Figures.HourOfDay(start)} to {Figures.HourOfDay(end)} ({clock}) only {Figures.Count(rhythm.QuietCount)} {who} {Figures.Count(rhythm.Total)} messages are sent: {Figures.Percent(share)} in a quarter of the day. That is the night.",
            Certainty.Likely,
            [$"The quiet window is the {Rhythm.QuietHours} hours on end with the fewest messages sent, over all days together; evenly spread, they would hold 25 %.",
             "Sleep leaves a hole in the records that no encryption fills; whoever sees times sees it."],
            Finding.Named(("quiet_start_hour", start), ("quiet_end_hour", end), ("messages_in_quiet", rhythm.QuietCount), ("messages", rhythm.Total), ("share_in_quiet", share)),
            [Week(evidence, rhythm, clock)])
        {
            Question = "rhythm",
            Surprise = Math.Max(0, 0.25 - share),
            Headline = evidence.Owner is null
                ? $"Times alone show when people here sleep: {Figures.Percent(share)} of messages fall in a quarter of the day."
                : $"Times alone show when you sleep: {Figures.Percent(share)} of your messages fall in a quarter of the day.",
        };
    }

    static HeatMap Week(Evidence evidence, Rhythm rhythm, string clock)
    {
        // Noon to noon: a row begins at noon of its day and ends at noon of the next, so that a night lies whole in the middle of it.
        var values = ImmutableArray.CreateBuilder<double>(168);
        for (var day = 0; day < 7; day++)
            for (var column = 0; column < 24; column++)
                values.Add(rhythm.ByHourOfWeek[((day * 24) + 12 + column) % 168]);
        double from = (rhythm.QuietStart - 12 + 24) % 24, to = from + Rhythm.QuietHours;
        var quiet = $"quiet {Figures.HourOfDay(rhythm.QuietStart)}–{Figures.HourOfDay(rhythm.QuietStart + Rhythm.QuietHours)}";
        return new HeatMap("week", $"The week, noon to noon ({clock})",
            $"{(evidence.Owner is null ? "Messages" : "Your messages")} by weekday and hour, from noon to noon so that the night is in the middle. The {quiet.Replace("quiet", "quietest hours are", StringComparison.Ordinal)}.",
            "messages in an hour of the week", Weekdays, [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], values.MoveToImmutable(), LabelEvery: 3,
            // A window over the edge of the picture would need two marks; the table has it, and the sentence.
            Mark: to <= 24 ? (from, to, quiet) : null);
    }
}
