using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Reports.Findings;
using MetaLens.Reports.Languages;
using NodaTime;

namespace MetaLens.Reports;

/// <summary>The same questions, asked of whoever keeps records for a day, a week, a month, half a year, or for ever.</summary>
/// <param name="Observer">The lens that the records are kept behind, in words.</param>
/// <param name="Windows">From the shortest; the last keeps everything.</param>
public sealed record Retention(string Observer, ImmutableArray<RetentionWindow> Windows)
{
    const int MillisecondsADay = 86_400_000;

    static readonly ImmutableArray<int?> Kept = [1, 7, 30, 180, null];

    /// <summary>The lenses to measure for it: one observer, who forgets earlier and earlier. Windows longer than the log are left out.</summary>
    public static ImmutableArray<Lens> Lenses(Lens observer, MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(log);
        return [.. Shown(log).Select(w => Through(observer, w))];
    }

    /// <summary>Looks once for each window. Null for a log of a day or less. O(windows · deliveries log degree).</summary>
    /// <param name="log">The records.</param>
    /// <param name="evidence">Names, clock and owner as in the rest of the report.</param>
    /// <param name="measured">The matrix of <see cref="Lenses"/>; null leaves the questions out.</param>
    internal static Retention? Of(MessageLog log, Evidence evidence, ExposureMatrix? measured)
    {
        if (log.Count == 0 || evidence.IsCoarse || Shown(log).Length < 2) return null;
        return new Retention(measured?.Lenses[^1].Name ?? Lens.None.Name, [.. Shown(log).Select((days, i) =>
        {
            var held = Held.Of(Through(Lens.None, days).Observe(log, evidence.Seed), evidence);
            return new RetentionWindow(days, Words(days, evidence.Language), Sentence(days, held, evidence), held.Times, held.Ties, held.ClosestMessages,
                measured is null ? [] : [.. measured.Questions.Select(q => measured[q.Id, measured.Lenses[i].Id])]);
        })]);
    }

    static ImmutableArray<int?> Shown(MessageLog log) =>
        log.Count == 0 ? [] : [.. Kept.Where(w => w is not { } days || (long)days * MillisecondsADay < log.SentAt[^1] - log.SentAt[0])];

    static Lens Through(Lens observer, int? days) => days is { } d ? observer.With(new RetainRecent(Duration.FromDays(d))) : observer;

    static string Words(int? days, Language language) => days is { } d ? language.Say("retention.days", ("days", d)) : language["retention.for-ever"];

    static string Sentence(int? days, Held held, Evidence evidence)
    {
        var language = evidence.Language;
        var who = evidence.Owner is null ? "all" : "own";
        var kept = days is { } d ? language.Say("retention.kept.days", ("days", d)) : language["retention.kept.for-ever"];
        if (held.Times == 0) return language.Say("retention.sentence.nothing", ("kept", kept));
        var closest = held.ClosestMessages == 0 ? "" : language.Say($"retention.{who}.closest", ("name", held.Closest));
        var night = !evidence.Clock.KnowsTimeOfDay ? language["retention.end"]
            : held.Quiet is { } quiet ? language.Say($"retention.{who}.night", ("start", quiet.StartHour), ("end", quiet.EndHour)) : language["retention.no-night"];
        return language.Say($"retention.{who}.sentence", ("kept", kept), ("messages", held.Times), ("ties", held.Ties), ("closest", closest), ("night", night));
    }
}
