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
            rows.Add(new BeforeAfterRow("quiet", own ? "Your night" : "The night", Night(quietBefore), Night(quietAfter), quietBefore.StartHour, quietAfter.StartHour));
        return new BeforeAfter(Words(own, rows.Where(r => r.Changes).ToList(), after), [.. rows.OrderByDescending(r => r.Changes)]);

        void Count(string id, string what, Func<Held, int> of) => rows.Add(new BeforeAfterRow(id, what, Text(of(before)), Text(of(after)), of(before), of(after)));
        string Text(int count) => count == 0 ? "none" : count == evidence.Seen.Count && count > 1 ? $"all {Figures.Count(count)}" : Figures.Count(count);
    }

    static string Words(bool own, List<BeforeAfterRow> changed, Held after)
    {
        var changes = string.Join(", and ", changed.Select(r => r.Id switch
        {
            "readable" => $"the readable messages, from {r.Before} to {r.After}",
            "kinds" => $"those whose kind is seen, from {r.Before} to {r.After}",
            _ => $"{r.What.ToLowerInvariant()}, from {r.Before} to {r.After}",
        }));
        return $"Encryption or not, the operator holds who wrote to whom in {Figures.Count(after.Ends)} of {(own ? "your" : "these")} messages and when {Figures.Count(after.Times)} were sent{(own ? $", your {Figures.Count(after.Ties)} contacts, the closest of them and your nights" : $", {Figures.Count(after.Ties)} ties and the nights")}. The end of encryption changes {(changed.Count == 0 ? "nothing" : changes)}.";
    }

    static string Night(Analyzers.Rhythm.QuietWindow quiet) => $"{Figures.HourOfDay(quiet.StartHour)}–{Figures.HourOfDay(quiet.EndHour)}";
}
