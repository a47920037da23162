using System.Collections.Immutable;
using MetaLens.Analyzers.Events;
using MetaLens.Analyzers.Frequency;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Publication;
using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>When something changed for good: dated change points of people and ties, the strongest as a list and on the line of days.</summary>
public static class TurningPointsFinding
{
    const int LeastMessages = 20, EnoughMessages = 50, Listed = 12, Labelled = 6, LastDays = 7, FewestDays = 56, MostDays = 750;
    const string Id = "turning-points";
    const long Day = 86_400_000;

    /// <summary>The finding; for the owner of an export, of their own ties only. Expected O(deliveries + series · days).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var seen = evidence.Seen;
        var language = evidence.Language;
        var heading = language["turning.heading"];
        if (seen.Count == 0 || seen.SeenAt[^1] - seen.SeenAt[0] < 14 * Day)
            return Finding.Unknown(Id, heading, language["turning.unknown.short"]);
        if (seen.Count < EnoughMessages) return Finding.Unknown(Id, heading, language.Say("turning.unknown.few", ("least", EnoughMessages)));
        var daily = DailySeries.Of(seen, evidence.Clock).Select(d => d.Messages).ToArray();
        var busiest = Array.IndexOf(daily, daily.Max());
        var found = evidence.IsCoarse ? [] : EventFinder.Of(seen, evidence.Clock, LeastMessages);
        var events = evidence.Owner is { } owner ? [.. found.Where(e => e.Party.Index == owner || e.Other?.Index == owner)] : found;
        var moments = events.OrderByDescending(e => Strength(e)).ThenBy(e => e.Day).Take(Listed).Select(e => MomentOf(evidence, e)).OrderBy(m => m.Day).ToImmutableArray();
        var line = Line(evidence, daily, evidence.Owner is null ? Together(evidence, daily) : Marks(events, evidence));
        var people = events.SelectMany(e => new[] { e.Party.Index, e.Other?.Index ?? -1 }).Where(p => p >= 0 && p != evidence.Owner).Distinct().Count();
        // What happened within a step of more than a day stands on its first.
        var sentence = evidence.Step > Duration.FromDays(1) ? "turning.sentence.step" : events.Count == 0 ? "turning.sentence.none" : evidence.Owner is null ? "turning.all.sentence" : people == 0 ? "turning.own.sentence.alone" : "turning.own.sentence";
        (string, double)[] numbers = [("messages", daily.Sum()), ("days", daily.Length), (evidence.Step > Duration.FromDays(1) ? "messages_in_busiest_step" : "messages_on_busiest_day", daily[busiest]), ("turning_points", events.Count), ("people", people),
            .. events.CountBy(e => e.Kind).Select(c => (MomentWords.Key(c.Key), (double)c.Value))];
        return new Finding(Id, heading,
            language.Say(sentence, ("points", events.Count), ("people", people), ("kinds", MomentWords.Counts(events, language)), ("day", line.Read(DayOf(evidence, busiest))), ("busiest", daily[busiest]),
                ("messages", daily.Sum()), ("days", daily.Length), ("step", evidence.IsCoarse ? PublishedRecords.WordsOf(evidence.Step, language) : "")),
            events.Count == 0 ? Certainty.Shown : Certainty.ConsistentWith,
            [language.Say("turning.evidence.rule", ("least", LeastMessages)), language.Say("turning.evidence.day", ("clock", evidence.ClockName))],
            Finding.Named(numbers), Days(evidence, daily) is { } days ? [line, days] : [line])
        {
            Question = "events",
            Surprise = 0.2,
            Moments = moments,
            Wrong = language["turning.wrong"],
        };
    }

    // What lasts counts for more than a burst, which is over within the week; hours are no messages and stand beside them by half.
    static double Strength(DatedEvent e) => Math.Abs(e.After - e.Before) * (e.Kind switch { EventKind.Burst => 0.25, EventKind.HoursMoved => 0.5, _ => 1 });

    static ImmutableArray<TimelineEvent> Marks(IReadOnlyList<DatedEvent> events, Evidence evidence) =>
        [.. events.OrderByDescending(e => Strength(e)).ThenBy(e => e.Day).Take(Labelled).Select(e => MomentOf(evidence, e)).OrderBy(m => m.Day).Select(m => new TimelineEvent(m.Day, m.Label, m.Key))];

    // For a population the line is everybody's, and so are its labels. What changes in the last days may be only where the records stop.
    static ImmutableArray<TimelineEvent> Together(Evidence evidence, int[] daily) =>
        [.. EventFinder.OfCounts(daily).Where(c => c.Day <= daily.Length - LastDays).OrderByDescending(c => Math.Abs(c.After - c.Before)).ThenBy(c => c.Day).Take(Labelled).OrderBy(c => c.Day)
            .Select(c => new TimelineEvent(DayOf(evidence, c.Day), evidence.Language.Say(c.After > c.Before ? "turning.line.up" : "turning.line.down", ("rate", Math.Round(c.After)))))];

    static Moment MomentOf(Evidence evidence, DatedEvent e)
    {
        var shown = e.Other is { } other && e.Party.Index == evidence.Owner ? other.Index : e.Party.Index;
        var who = e.Other is not { } end ? evidence.NameOf(shown) : evidence.Language.Say("pair", ("first", evidence.NameOf(evidence.Owner ?? e.Party.Index)), ("second", evidence.NameOf(evidence.Owner is null ? end.Index : shown)));
        var day = new LocalDate(1970, 1, 1).PlusDays(e.Day);
        return new Moment(day, evidence.Read(day), MomentWords.Label(e.Kind, who, e.Other is not null || shown == evidence.Owner, evidence.Language), MomentWords.Detail(e.Kind, e.Before, e.After, evidence.Language), e.Before, e.After, Evidence.KeyOf(shown));
    }

    static Timeline Line(Evidence evidence, int[] daily, ImmutableArray<TimelineEvent> events)
    {
        var language = evidence.Language;
        // A point a day up to a year and a half, else a point a week: more would be narrower than the line. Coarse times have their own step.
        var apart = Math.Max(daily.Length <= 550 ? 1 : 7, (int)Math.Round(evidence.Step.TotalDays));
        var values = daily.Chunk(apart).Select(c => (double)c.Sum()).ToImmutableArray();
        var unit = apart switch { 1 => language["turning.line.unit.day"], 7 => language["turning.line.unit.week"], _ => language.Say("turning.line.unit.days", ("days", apart)) };
        var (first, last) = (DayOf(evidence, 0), DayOf(evidence, daily.Length - 1));
        var relative = evidence.Seen.TimeBasis is TimeBasis.Relative;
        return new Timeline("timeline", relative ? language["turning.line.title.relative"] : language.Say("turning.line.title", ("first", first), ("last", last)),
            language.Say(events.IsEmpty ? "turning.line.description" : "turning.line.description.marked", ("unit", unit), ("days", daily.Length), ("events", events.Length)), unit, first, apart, values, events, relative)
        { Language = language };
    }

    /// <summary>Weeks beside each other show weekends and holidays, which a line does not; of some months, and where days are known.</summary>
    static CalendarChart? Days(Evidence evidence, int[] daily) => evidence.IsCoarse || evidence.Seen.TimeBasis is TimeBasis.Relative || daily.Length is < FewestDays or > MostDays ? null
        : new CalendarChart("calendar", evidence.Language["turning.calendar.title"], evidence.Language.Say("turning.calendar.description", ("days", daily.Length), ("most", daily.Max())), evidence.Language["chart.messages"],
            DayOf(evidence, 0), [.. daily.Select(d => (double)d)])
        { Language = evidence.Language };

    static LocalDate DayOf(Evidence evidence, int day) => evidence.DayOf(evidence.Seen.SeenAt[0]).PlusDays(day);
}
