using System.Collections.Immutable;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Charts;
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
    /// <param name="evidence">Names, clock and owner as in the rest of the report.</param>
    public static BeforeAfter? Of(MessageLog log, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Seen.Count == 0) return null;
        var before = Held.Of(LensCatalog.Find("instagram-e2ee-optin").Observe(log, evidence.Seed), evidence);
        var after = Held.Of(LensCatalog.Find("instagram-standard").Observe(log, evidence.Seed), evidence);
        var own = evidence.Owner is not null;
        var rows = ImmutableArray.CreateBuilder<BeforeAfterRow>();
        Count("readable", "Messages it can read", h => h.Readable);
        if (before.Kinds + after.Kinds > 0) Count("kinds", "Messages whose kind it sees (text, picture, voice)", h => h.Kinds);
        Count("ends", "Messages with sender and recipient", h => h.Ends);
        Count("times", "Messages with their time", h => h.Times);
        if (before.Sizes + after.Sizes > 0) Count("sizes", "Messages with their size", h => h.Sizes);
        Count("ties", own ? "People you write to or hear from" : "Pairs of people in touch", h => h.Ties);
        rows.Add(new BeforeAfterRow("closest", own ? "The person closest to you" : "The strongest tie", before.Closest, after.Closest, before.ClosestMessages, after.ClosestMessages));
        if (before.Quiet is { } quietBefore && after.Quiet is { } quietAfter)
            rows.Add(new BeforeAfterRow("quiet", own ? "Your night" : "The quiet hours (night)", Night(quietBefore), Night(quietAfter), quietBefore.StartHour, quietAfter.StartHour));
        return new BeforeAfter(Words(own, rows.Where(r => r.Changes).ToList(), after), [.. rows.OrderByDescending(r => r.Changes)]);

        void Count(string id, string what, Func<Held, int> of) => rows.Add(new BeforeAfterRow(id, what, Text(of(before)), Text(of(after)), of(before), of(after)));
        string Text(int count) => count == 0 ? "none" : count == evidence.Seen.Count && count > 1 ? $"all {Figures.Count(count)}" : Figures.Count(count);
    }

    static string Words(bool own, List<BeforeAfterRow> changed, Held after)
    {
        var messages = Figures.Count(after.Times, own ? "message of yours" : "message", own ? "of your messages" : "messages");
        var whose = after.Ends == after.Times ? $"all {messages}" : $"{Figures.Count(after.Ends)} out of {messages}";
        var ties = own
            ? $"your {Figures.Count(after.Ties, "contact", "contacts")}, who is closest to you{(after.Quiet is null ? "" : ", and your nights")}"
            : $"the {Figures.Count(after.Ties, "pair", "pairs")} of people in touch{(after.Quiet is null ? "" : ", and their nights")}";
        var changes = string.Join("; ", changed.Select(r => r.Id switch
        {
            "readable" => $"messages it can read go from {r.Before} to {r.After}",
            "kinds" => $"messages whose kind it sees, from {r.Before} to {r.After}",
            _ => $"{char.ToLowerInvariant(r.What[0])}{r.What[1..]}, from {r.Before} to {r.After}",
        }));
        return $"Encrypted or not, the operator holds who wrote to whom, and when, of {whose}: {ties}. {(changed.All(r => r.Id is "readable" or "kinds") ? "Only what was said is new to it" : "What changes")}: {changes}.";
    }

    static string Night(Analyzers.Rhythm.QuietWindow quiet) => $"{Figures.HourOfDay(quiet.StartHour)}–{Figures.HourOfDay(quiet.EndHour)}";
}
