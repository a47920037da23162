using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Analyzers.Events;
using MetaLens.Analyzers.Frequency;
using MetaLens.Reports.Charts;
using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>When something changed for good: dated change points of people and ties, the strongest as a list and on the line of days.</summary>
public static class TurningPointsFinding
{
    const int LeastMessages = 20, EnoughMessages = 50, Listed = 12, Labelled = 6, LastDays = 7, FewestDays = 56, MostDays = 750;
    const string Id = "turning-points", Heading = "Turning points";
    const long Day = 86_400_000;

    /// <summary>The finding; for the owner of an export, of their own ties only. Expected O(deliveries + series · days).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var seen = evidence.Seen;
        if (seen.Count == 0 || seen.SeenAt[^1] - seen.SeenAt[0] < 14 * Day)
            return Finding.Unknown(Id, Heading, "The records span less than two weeks; nothing can be told from before and after.");
        if (seen.Count < EnoughMessages) return Finding.Unknown(Id, Heading, $"There are fewer than {EnoughMessages} messages: too few to tell a change from chance.");
        var daily = DailySeries.Of(seen, evidence.Clock).Select(d => d.Messages).ToArray();
        var busiest = Array.IndexOf(daily, daily.Max());
        var found = evidence.IsCoarse ? [] : EventFinder.Of(seen, evidence.Clock, LeastMessages);
        var events = evidence.Owner is { } owner ? [.. found.Where(e => e.Party.Index == owner || e.Other?.Index == owner)] : found;
        var moments = events.OrderByDescending(e => Strength(e)).ThenBy(e => e.Day).Take(Listed).Select(e => MomentOf(evidence, e)).OrderBy(m => m.Day).ToImmutableArray();
        var line = Line(evidence, daily, evidence.Owner is null ? Together(evidence, daily) : Marks(events, evidence));
        var people = events.SelectMany(e => new[] { e.Party.Index, e.Other?.Index ?? -1 }).Where(p => p >= 0 && p != evidence.Owner).Distinct().Count();
        var peak = $"The busiest day, {line.Read(DayOf(evidence, busiest))}, has {Figures.Count(daily[busiest])} messages";
        (string, double)[] numbers = [("messages", daily.Sum()), ("days", daily.Length), ("messages_on_busiest_day", daily[busiest]), ("turning_points", events.Count), ("people", people),
            .. events.CountBy(e => e.Kind).Select(c => (MomentWords.Key(c.Key), (double)c.Value))];
        return new Finding(Id, Heading,
            events.Count == 0
                ? $"{peak} of all {Figures.Count(daily.Sum())} over {Figures.Count(daily.Length)} days."
                : $"{Figures.Count(events.Count, "turning point", "turning points")} {(evidence.Owner is null ? $"in the lives of {Figures.Count(people, "person", "people")}" : people == 0 ? "in your own life" : $"between you and {Figures.Count(people, "person", "people")}")} can be dated to the day: {MomentWords.Counts(events)}. {peak}.",
            events.Count == 0 ? Certainty.Shown : Certainty.ConsistentWith,
            [$"Messages a day of each person and each tie with at least {LeastMessages} messages are cut where their rate changes for good (exact segmentation, Killick, Fearnhead and Eckley 2012). To begin, to fall silent and to resume take two weeks of none.",
             $"Counted by day, midnight to midnight (hours: {evidence.ClockName}). That a tie fell silent here does not say that it ended; it may have moved to another service."],
            Finding.Named(numbers), Days(evidence, daily) is { } days ? [line, days] : [line])
        {
            Question = "events",
            Surprise = 0.2,
            Moments = moments,
            Wrong = "A change of rate is real in the counts; what it means is not in them. Quiet ties with few messages are dated to within days, not to the hour.",
        };
    }

    // What lasts counts for more than a burst, which is over within the week; hours are no messages and stand beside them by half.
    static double Strength(DatedEvent e) => Math.Abs(e.After - e.Before) * (e.Kind switch { EventKind.Burst => 0.25, EventKind.HoursMoved => 0.5, _ => 1 });

    static ImmutableArray<TimelineEvent> Marks(IReadOnlyList<DatedEvent> events, Evidence evidence) =>
        [.. events.OrderByDescending(e => Strength(e)).ThenBy(e => e.Day).Take(Labelled).Select(e => MomentOf(evidence, e)).OrderBy(m => m.Day).Select(m => new TimelineEvent(m.Day, m.Label, m.Key))];

    // For a population the line is everybody's, and so are its labels. What changes in the last days may be only where the records stop.
    static ImmutableArray<TimelineEvent> Together(Evidence evidence, int[] daily) =>
        [.. EventFinder.OfCounts(daily).Where(c => c.Day <= daily.Length - LastDays).OrderByDescending(c => Math.Abs(c.After - c.Before)).ThenBy(c => c.Day).Take(Labelled).OrderBy(c => c.Day)
            .Select(c => new TimelineEvent(DayOf(evidence, c.Day), $"{(c.After > c.Before ? "up" : "down")} to {Figures.Number(Math.Round(c.After))} a day"))];

    static Moment MomentOf(Evidence evidence, DatedEvent e)
    {
        var shown = e.Other is { } other && e.Party.Index == evidence.Owner ? other.Index : e.Party.Index;
        var who = e.Other is not { } end ? evidence.NameOf(shown) : evidence.Owner is null ? $"{evidence.NameOf(e.Party.Index)} and {evidence.NameOf(end.Index)}" : $"you and {evidence.NameOf(shown)}";
        var day = new LocalDate(1970, 1, 1).PlusDays(e.Day);
        var isRelative = evidence.Seen.TimeBasis is TimeBasis.Relative;
        return new Moment(day, isRelative ? $"day {e.Day + 1}" : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture), MomentWords.Label(e.Kind, who, e.Other is not null || shown == evidence.Owner), MomentWords.Detail(e.Kind, e.Before, e.After), e.Before, e.After, Evidence.KeyOf(shown));
    }

    static Timeline Line(Evidence evidence, int[] daily, ImmutableArray<TimelineEvent> events)
    {
        // A point a day up to a year and a half, else a point a week: more would be narrower than the line. Coarse times have their own step.
        var apart = Math.Max(daily.Length <= 550 ? 1 : 7, (int)Math.Round(evidence.Step.TotalDays));
        var values = daily.Chunk(apart).Select(c => (double)c.Sum()).ToImmutableArray();
        var unit = apart switch { 1 => "messages a day", 7 => "messages a week", _ => $"messages in {apart} days" };
        var (first, last) = (DayOf(evidence, 0), DayOf(evidence, daily.Length - 1));
        var relative = evidence.Seen.TimeBasis is TimeBasis.Relative;
        return new Timeline("timeline", relative ? "Day by day, from an unnamed start" : string.Create(CultureInfo.InvariantCulture, $"From {first:d MMMM yyyy} to {last:d MMMM yyyy}"),
            $"{unit} over {Figures.Count(daily.Length)} days{(events.IsEmpty ? "" : $", with {events.Length} turning points marked")}.", unit, first, apart, values, events, relative);
    }

    /// <summary>Weeks beside each other show weekends and holidays, which a line does not; of some months, and where days are known.</summary>
    static CalendarChart? Days(Evidence evidence, int[] daily) => evidence.IsCoarse || evidence.Seen.TimeBasis is TimeBasis.Relative || daily.Length is < FewestDays or > MostDays ? null
        : new CalendarChart("calendar", "The same days as a calendar, weeks across", $"Messages of each of {Figures.Count(daily.Length)} days; darker is more, up to {Figures.Count(daily.Max())}.", "messages", DayOf(evidence, 0), [.. daily.Select(d => (double)d)]);

    static LocalDate DayOf(Evidence evidence, int day) => evidence.DayOf(evidence.Seen.SeenAt[0]).PlusDays(day);
}
