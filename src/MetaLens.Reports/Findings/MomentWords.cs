using MetaLens.Analyzers.Events;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Findings;

/// <summary>Dated events in words.</summary>
static class MomentWords
{
    /// <summary>What happened: "Ben falls silent", "Ben and Eve fall silent".</summary>
    /// <param name="kind">What.</param>
    /// <param name="who">To whom, as the subject of the sentence.</param>
    /// <param name="isMany">Whether the verb is that of many: of two people, or of "you".</param>
    /// <param name="language">The language of the sentence.</param>
    public static string Label(EventKind kind, string who, bool isMany, Language language) => language.Say($"event.{Id(kind)}", ("who", who), ("number", isMany ? 2 : 1));

    /// <summary>Before and after: "from 0.4 to 3 messages a day".</summary>
    public static string Detail(EventKind kind, double before, double after, Language language) => kind is EventKind.HoursMoved
        ? language.Say("event.detail.hours", ("before", before), ("after", after))
        : language.Say("event.detail.rate", ("before", Rate(before)), ("after", Rate(after)));

    // One digit after the point; a trickle keeps its two, as "0" would say that nothing is left.
    static double Rate(double perDay) => Math.Round(perDay, perDay < 0.1 ? 2 : 1);

    /// <summary>"3 beginnings, 12 drops, 2 silences": the kinds that occur, in the order of the enumeration.</summary>
    public static string Counts(IReadOnlyList<DatedEvent> events, Language language) =>
        string.Join(", ", events.CountBy(e => e.Kind).OrderBy(c => c.Key).Select(c => language.Say($"event.count.{Id(c.Key)}", ("number", c.Value))));

    /// <summary>The name of a kind's number.</summary>
    public static string Key(EventKind kind) => $"events_{kind switch
    {
        EventKind.Began => "began",
        EventKind.Grew => "grew",
        EventKind.Faded => "faded",
        EventKind.Silent => "fell_silent",
        EventKind.Resumed => "resumed",
        EventKind.Burst => "were_bursts",
        _ => "moved_their_hours",
    }}";

    static string Id(EventKind kind) => kind is EventKind.HoursMoved ? "hours-moved" : kind.ToString().ToLowerInvariant();
}
