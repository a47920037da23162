using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Findings;
using NodaTime;

namespace MetaLens.Reports;

/// <summary>The same questions, asked of whoever keeps records for a day, a week, a month, half a year, or for ever.</summary>
/// <param name="Observer">The lens that the records are kept behind, in words.</param>
/// <param name="Windows">From the shortest; the last keeps everything.</param>
public sealed record Retention(string Observer, ImmutableArray<RetentionWindow> Windows)
{
    const int MillisecondsADay = 86_400_000;

    static readonly ImmutableArray<(int? Days, string Words)> Kept = [(1, "1 day"), (7, "7 days"), (30, "30 days"), (180, "180 days"), (null, "for ever")];

    /// <summary>The lenses to measure for it: one observer, who forgets earlier and earlier. Windows longer than the log are left out.</summary>
    public static ImmutableArray<Lens> Lenses(Lens observer, MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(log);
        return [.. Shown(log).Select(w => Through(observer, w.Days))];
    }

    /// <summary>Looks once for each window. Null for a log of a day or less. O(windows · deliveries log degree).</summary>
    /// <param name="log">The records.</param>
    /// <param name="evidence">Names, clock and owner as in the rest of the report.</param>
    /// <param name="measured">The matrix of <see cref="Lenses"/>; null leaves the questions out.</param>
    internal static Retention? Of(MessageLog log, Evidence evidence, ExposureMatrix? measured)
    {
        if (log.Count == 0 || evidence.IsCoarse || Shown(log).Length < 2) return null;
        return new Retention(measured?.Lenses[^1].Name ?? Lens.None.Name, [.. Shown(log).Select((window, i) =>
        {
            var held = Held.Of(Through(Lens.None, window.Days).Observe(log, evidence.Seed), evidence);
            return new RetentionWindow(window.Days, window.Words, Sentence(window.Words, held, evidence), held.Times, held.Ties, held.ClosestMessages,
                measured is null ? [] : [.. measured.Questions.Select(q => measured[q.Id, measured.Lenses[i].Id])]);
        })]);
    }

    static ImmutableArray<(int? Days, string Words)> Shown(MessageLog log) =>
        log.Count == 0 ? [] : [.. Kept.Where(w => w.Days is not { } days || (long)days * MillisecondsADay < log.SentAt[^1] - log.SentAt[0])];

    static Lens Through(Lens observer, int? days) => days is { } d ? observer.With(new RetainRecent(Duration.FromDays(d))) : observer;

    static string Sentence(string words, Held held, Evidence evidence)
    {
        var own = evidence.Owner is not null;
        var kept = words == Kept[^1].Words ? "Kept for ever" : $"Kept for {words}";
        if (held.Times == 0) return $"{kept}, nothing is left.";
        var ties = own ? Figures.Count(held.Ties, "contact of yours", "contacts of yours") : Figures.Count(held.Ties, "pair of people in touch", "pairs of people in touch");
        var closest = held.ClosestMessages == 0 ? "" : $", the {(own ? "closest" : "strongest tie")} being {held.Closest}";
        var night = held.Quiet is { } quiet ? $". {(own ? "Your night" : "The night")} shows: {Figures.HourOfDay(quiet.StartHour)}–{Figures.HourOfDay(quiet.EndHour)}." : ". No night shows.";
        return $"{kept}, {Figures.Count(held.Times, "message names", "messages name")} {ties}{closest}{(evidence.Clock.KnowsTimeOfDay ? night : ".")}";
    }
}
