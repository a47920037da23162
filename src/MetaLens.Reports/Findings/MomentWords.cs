using MetaLens.Analyzers.Events;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Dated events in words.</summary>
static class MomentWords
{
    /// <summary>What happened: "falls silent: Ben"; <paramref name="who"/> empty for everybody together.</summary>
    public static string Label(EventKind kind, string who)
    {
        var of = who.Length == 0 ? "" : $": {who}";
        return kind switch
        {
            EventKind.Began => $"begins{of}",
            EventKind.Grew => $"grows{of}",
            EventKind.Faded => $"fades{of}",
            EventKind.Silent => $"falls silent{of}",
            EventKind.Resumed => $"resumes{of}",
            EventKind.Burst => $"a burst{of}",
            _ => $"hours move{of}",
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
