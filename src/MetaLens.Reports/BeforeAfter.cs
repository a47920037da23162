using System.Collections.Immutable;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Findings;

namespace MetaLens.Reports;

/// <summary>
/// The end of encryption on Instagram, told on these records: everything is measured twice by the same code, through the operator's eye with and without end-to-end encryption. On 8 May 2026 Instagram ended
/// end-to-end encryption of direct messages (Instagram help page, March 2026).
/// </summary>
/// <param name="Sentence">What changes and what stays, with numbers; all of them stand in <paramref name="Rows"/>.</param>
/// <param name="Rows">What the operator holds, what changes first.</param>
public sealed record BeforeAfter(string Sentence, ImmutableArray<BeforeAfterRow> Rows)
{
    /// <summary>Looks twice. Null for a log without messages. O(deliveries log degree).</summary>
    /// <param name="log">The records.</param>
    /// <param name="evidence">Names, clock, owner and language as in the rest of the report.</param>
    public static BeforeAfter? Of(MessageLog log, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Seen.Count == 0) return null;
        var before = Held.Of(LensCatalog.Find("instagram-e2ee-optin").Observe(log, evidence.Seed), evidence);
        var after = Held.Of(LensCatalog.Find("instagram-standard").Observe(log, evidence.Seed), evidence);
        var language = evidence.Language;
        var who = Who(evidence);
        var rows = ImmutableArray.CreateBuilder<BeforeAfterRow>();
        Count("readable", "readable", h => h.Readable);
        if (before.Kinds + after.Kinds > 0) Count("kinds", "kinds", h => h.Kinds);
        Count("ends", "ends", h => h.Ends);
        Count("times", "times", h => h.Times);
        if (before.Sizes + after.Sizes > 0) Count("sizes", "sizes", h => h.Sizes);
        Count("ties", $"ties.{who}", h => h.Ties);
        Add("closest", $"closest.{who}", before.Closest, after.Closest, before.ClosestMessages, after.ClosestMessages);
        if (before.Quiet is { } nightBefore && after.Quiet is { } nightAfter) Add("quiet", $"quiet.{who}", Night(nightBefore), Night(nightAfter), nightBefore.StartHour, nightAfter.StartHour);
        return new BeforeAfter(Words([.. rows.Where(r => r.Changes)], after, evidence), [.. rows.OrderByDescending(r => r.Changes)]);

        void Count(string id, string key, Func<Held, int> of) => Add(id, key, Text(of(before)), Text(of(after)), of(before), of(after));

        void Add(string id, string key, string then, string now, double valueThen, double valueNow) => rows.Add(new BeforeAfterRow(id, language[$"before-after.{key}"], then, now, valueThen, valueNow)
        {
            Change = language.Say($"before-after.change.{key}", ("before", then), ("after", now)),
        });

        string Text(int count) => count == 0 ? language["before-after.none"] : count == evidence.Seen.Count && count > 1 ? language.Say("before-after.every", ("number", count)) : language.Figures.Count(count);
        string Night(QuietWindow quiet) => language.Say("before-after.hours", ("start", quiet.StartHour), ("end", quiet.EndHour));
    }

    static string Words(ImmutableArray<BeforeAfterRow> changed, Held after, Evidence evidence)
    {
        var language = evidence.Language;
        var who = Who(evidence);
        var whose = after.Ends == after.Times
            ? language.Say($"before-after.whose.every.{who}", ("messages", after.Times))
            : language.Say("before-after.whose.part", ("ends", after.Ends), ("messages", language.Say($"before-after.whose.{who}", ("messages", after.Times))));
        var ties = language.Say($"before-after.ties-held.{who}{(after.Quiet is null ? "" : ".night")}", ("ties", after.Ties));
        var onlyContent = changed.All(r => r.Id is "readable" or "kinds");
        return language.Say(onlyContent ? "before-after.sentence.content" : "before-after.sentence", ("whose", whose), ("ties", ties), ("changes", string.Join("; ", changed.Select(r => r.Change))));
    }

    static string Who(Evidence evidence) => evidence.Owner is null ? "all" : "own";
}
