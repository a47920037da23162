using MetaLens.Analyzers.Events;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Dated events in words.</summary>
static class MomentWords
{
    /// <summary>What happened: "Ben falls silent", "Ben and Eve fall silent".</summary>
    /// <param name="kind">What.</param>
    /// <param name="who">To whom, as the subject of the sentence.</param>
    /// <param name="isPair">Whether that is two people.</param>
    public static string Label(EventKind kind, string who, bool isPair = false)
    {
        var s = isPair ? "" : "s";
        return kind switch
        {
            EventKind.Began => $"{who} begin{s}",
            EventKind.Grew => $"{who} write{s} more",
            EventKind.Faded => $"{who} write{s} less",
            EventKind.Silent => $"{who} fall{s} silent",
            EventKind.Resumed => $"{who} resume{s}",
            EventKind.Burst => $"{who}: a burst of messages",
            _ => $"{who} keep{s} other hours",
        };
    }

    /// <summary>Before and after: "from 0.4 to 3 messages a day".</summary>
    public static string Detail(EventKind kind, double before, double after) => kind switch
    {
        EventKind.HoursMoved => $"the middle of the active day goes from {Figures.HourOfDay(before)} to {Figures.HourOfDay(after)}",
        _ => $"from {Rate(before)} to {Rate(after)} messages a day",
    };

    // One digit after the point; a trickle keeps its two, as "0" would say that nothing is left.
    static string Rate(double perDay) => Figures.Number(Math.Round(perDay, perDay < 0.1 ? 2 : 1));

    /// <summary>"3 beginnings, 12 drops, 2 silences": the kinds that occur, in the order of the enumeration.</summary>
    public static string Counts(IReadOnlyList<DatedEvent> events) => string.Join(", ", events.CountBy(e => e.Kind).OrderBy(c => c.Key).Select(c => $"{Figures.Count(c.Value)} {Noun(c.Key, c.Value)}"));

    /// <summary>The name of a kind's number.</summary>
    public static string Key(EventKind kind) => $"events_{Past(kind).Replace(' ', '_')}";

    static string Noun(EventKind kind, int count)
    {
        var noun = kind switch
        {
            EventKind.Began => "beginning",
            EventKind.Grew => "rise",
            EventKind.Faded => "drop",
            EventKind.Silent => "silence",
            EventKind.Resumed => "return",
            EventKind.Burst => "burst",
            _ => "change",
        };
        return $"{noun}{(count == 1 ? "" : "s")}{(kind == EventKind.HoursMoved ? " of hours" : "")}";
    }

    static string Past(EventKind kind) => kind switch
    {
        EventKind.Began => "began",
        EventKind.Grew => "grew",
        EventKind.Faded => "faded",
        EventKind.Silent => "fell silent",
        EventKind.Resumed => "resumed",
        EventKind.Burst => "were bursts",
        _ => "moved their hours",
    };
}
