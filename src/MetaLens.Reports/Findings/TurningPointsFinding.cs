using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Analyzers.Frequency;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>When something changed: for the owner, which close ties began and which fell silent; for a population, its busiest day and the day by which half of everything was sent.</summary>
public static class TurningPointsFinding
{
    const int CloseTies = 12, LabelsShown = 6, SilentDays = 30;
    const long Day = 86_400_000;

    /// <summary>The finding. O(messages + ties log ties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var seen = evidence.Seen;
        const string Id = "turning-points", Heading = "Turning points";
        if (seen.Count == 0 || seen.SeenAt[^1] - seen.SeenAt[0] < 14 * Day)
            return Finding.Unknown(Id, Heading, "The records span less than two weeks; nothing can be told from before and after.");
        var daily = Daily(evidence);
        return evidence.Owner is { } owner ? OfOwner(evidence, owner, daily) : OfEverybody(evidence, daily);
    }

    static Finding OfEverybody(Evidence evidence, long[] daily)
    {
        var total = daily.Sum();
        var busiest = Array.IndexOf(daily, daily.Max());
        var median = daily.Order().ElementAt(daily.Length / 2);
        var half = 0;
        for (long sum = 0; (sum += daily[half]) * 2 < total;) half++;
        ImmutableArray<TimelineEvent> events = [.. new[]
        {
            new TimelineEvent(DayOf(evidence, busiest), $"busiest day: {Figures.Count(daily[busiest])} messages"),
            new TimelineEvent(DayOf(evidence, half), "half of all messages are sent"),
        }.OrderBy(e => e.Day)];
        var line = Line(evidence, daily, events);
        return new Finding("turning-points", "Turning points",
            $"Half of all {Figures.Count(total)} messages were sent in the first {Figures.Count(half + 1)} of {Figures.Count(daily.Length)} days, by {line.Read(DayOf(evidence, half))}; the busiest day, {line.Read(DayOf(evidence, busiest))}, has {Figures.Count(daily[busiest])}, where the median day has {Figures.Count(median)}.",
            Certainty.Shown,
            [$"Counted by day, midnight to midnight (hours: {evidence.ClockName})."],
            Finding.Named(("messages", total), ("half_by_day", half + 1), ("days", daily.Length), ("messages_on_busiest_day", daily[busiest]), ("messages_on_median_day", median)),
            [line])
        { Question = "events", Surprise = 0.2 };
    }

    static Finding OfOwner(Evidence evidence, int owner, long[] daily)
    {
        var (begin, end) = (evidence.Seen.SeenAt[0], evidence.Seen.SeenAt[^1]);
        var ties = evidence.Undirected.Ties().Where(t => t.A == owner || t.B == owner).OrderByDescending(t => t.Messages).Take(CloseTies).ToList();
        var silent = ties.Where(t => end - t.Last > Math.Max(SilentDays * Day, 10 * (t.Last - t.First) / Math.Max(1, t.Messages))).ToList();
        var began = ties.Where(t => t.First - begin > SilentDays * Day).ToList();
        // The strongest ties have the labels; the table has them all.
        var events = silent.Select(t => (t.Messages, new TimelineEvent(evidence.DayOf(t.Last), $"last message with {Other(t)}", Key(t))))
            .Concat(began.Select(t => (t.Messages, new TimelineEvent(evidence.DayOf(t.First), $"begins with {Other(t)}", Key(t)))))
            .OrderByDescending(e => e.Messages).Take(LabelsShown).Select(e => e.Item2).OrderBy(e => e.Day).ToImmutableArray();
        return new Finding("turning-points", "Turning points",
            $"Of your {Figures.Count(ties.Count)} strongest ties, {Figures.Count(silent.Count)} fell silent at least {SilentDays} days before the records end, and {Figures.Count(began.Count)} began at least {SilentDays} days after they start.",
            Certainty.Shown,
            [$"Silent: no message for {SilentDays} days and for ten times the tie's usual gap, up to the end of the records. That a tie fell silent here does not say that it ended; it may have moved to another service."],
            Finding.Named(("ties", ties.Count), ("ties_silent", silent.Count), ("ties_begun", began.Count), ("silent_days", SilentDays)),
            [Line(evidence, daily, events)])
        { Question = "events", Surprise = ties.Count == 0 ? 0 : 0.3 * silent.Count / ties.Count };

        string Other(Tie t) => evidence.NameOf(t.A == owner ? t.B : t.A);
        string Key(Tie t) => Evidence.KeyOf(t.A == owner ? t.B : t.A);
    }

    static Timeline Line(Evidence evidence, long[] daily, ImmutableArray<TimelineEvent> events)
    {
        // A point a day up to a year and a half, else a point a week: more would be narrower than the line.
        var apart = daily.Length <= 550 ? 1 : 7;
        var values = daily.Chunk(apart).Select(c => (double)c.Sum()).ToImmutableArray();
        var unit = apart == 1 ? "messages a day" : "messages a week";
        var (first, last) = (DayOf(evidence, 0), DayOf(evidence, daily.Length - 1));
        var relative = evidence.Seen.TimeBasis is TimeBasis.Relative;
        return new Timeline("timeline", relative ? "Day by day, from an unnamed start" : string.Create(CultureInfo.InvariantCulture, $"From {first:d MMMM yyyy} to {last:d MMMM yyyy}"),
            $"{unit} over {Figures.Count(daily.Length)} days{(events.IsEmpty ? "" : $", with {events.Length} events marked")}.", unit, first, apart, values, events, relative);
    }

    static long[] Daily(Evidence evidence) => [.. DailySeries.Of(evidence.Seen, evidence.Clock).Select(d => (long)d.Messages)];

    static LocalDate DayOf(Evidence evidence, int day) => evidence.DayOf(evidence.Seen.SeenAt[0]).PlusDays(day);
}
