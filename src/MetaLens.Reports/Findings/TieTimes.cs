using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>When ties carried messages: the time of the records in slices of as many days each, and for every tie the slices with a message.</summary>
static class TieTimes
{
    const int MostSlices = 30;

    /// <summary>At most 30 slices, the last perhaps shorter; none where the records cover less than two days.</summary>
    public static ImmutableArray<Slice> Slices(Evidence evidence)
    {
        var (first, days, apart) = Span(evidence);
        string Read(int day) => evidence.Read(first.PlusDays(day));
        return days < 2 ? [] : [.. Enumerable.Range(0, (days + apart - 1) / apart).Select(s => new Slice(Read(s * apart), Read(Math.Min((s + 1) * apart, days) - 1)))];
    }

    /// <summary>For each tie a character for each slice: 1 where a message passed between the two, else 0. O(deliveries).</summary>
    public static string[] Of(Evidence evidence, ImmutableArray<Tie> ties)
    {
        var (first, days, apart) = Span(evidence);
        var seen = evidence.Seen;
        var when = ties.ToDictionary(t => (t.A, t.B), _ => Enumerable.Repeat('0', (days + apart - 1) / apart).ToArray());
        for (var row = 0; row < seen.Count; row++)
        {
            if (seen.Sender[row] is not (>= 0 and var sender)) continue;
            for (var r = seen.RecipientOffset[row]; r < seen.RecipientOffset[row + 1]; r++)
                if (when.TryGetValue((Math.Min(sender, seen.Recipient[r]), Math.Max(sender, seen.Recipient[r])), out var slices))
                    slices[Period.DaysBetween(first, evidence.DayOf(seen.SeenAt[row])) / apart] = '1';
        }
        return [.. ties.Select(t => new string(when[(t.A, t.B)]))];
    }

    static (LocalDate First, int Days, int Apart) Span(Evidence evidence)
    {
        var first = evidence.DayOf(evidence.Seen.SeenAt[0]);
        var days = Period.DaysBetween(first, evidence.DayOf(evidence.Seen.SeenAt[^1])) + 1;
        return (first, days, (days + MostSlices - 1) / MostSlices);
    }
}
