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
            EventKind.Burst => $"{who}: a burst",
            _ => $"{who} move{s} hours",
        };
    }

    /// <summary>Before and after: "from 0.4 to 3 messages a day".</summary>
    public static string Detail(EventKind kind, double before, double after) => kind switch
    {
        EventKind.HoursMoved => $"the middle of the active day goes from {Figures.HourOfDay(before)} to {Figures.HourOfDay(after)}",
        _ => $"from {Figures.Number(before)} to {Figures.Number(after)} messages a day",
    };

    /// <summary>"3 began, 12 faded, 2 fell silent": the kinds that occur, in the order of the enumeration.</summary>
    public static string Counts(IReadOnlyList<DatedEvent> events) => string.Join(", ", events.CountBy(e => e.Kind).OrderBy(c => c.Key).Select(c => $"{Figures.Count(c.Value)} {Past(c.Key)}"));

    /// <summary>The name of a kind's number.</summary>
    public static string Key(EventKind kind) => $"events_{Past(kind).Replace(' ', '_')}";

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
