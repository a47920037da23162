using System.Collections.Immutable;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>
/// Where on earth people live, as an offset from UTC: the middle of the quiet hours taken for half past four in the morning. Consistent with, never more: people who work at night or travel
/// break the rule, and daylight saving moves it by an hour.
/// </summary>
public static class WhereOnEarthFinding
{
    /// <summary>Local time of the middle of the quietest six hours among people who keep ordinary hours.</summary>
    const double MiddleOfNight = 4.5;
    const int Shown = 8;

    /// <summary>The finding over the owner's messages or everybody's. O(messages + parties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "where", Heading = "Where on earth";
        if (evidence.Seen.TimeBasis is not TimeBasis.Utc)
            return Finding.Unknown(Id, Heading, evidence.Seen.TimeBasis is TimeBasis.Relative
                ? "The times count from an unnamed start, so the records do not say where on earth people were awake."
                : "The times are wall-clock times of an unnamed zone: they show day and night, not where on earth.");
        var rhythm = Rhythm.Of(evidence, evidence.Owner);
        if (rhythm.Total < 50) return Finding.Unknown(Id, Heading, $"{Figures.Count(rhythm.Total)} messages are too few to place anybody on earth by their hours (at least 50).");

        var utcMiddle = rhythm.QuietMiddle - evidence.HoursAhead;
        var offset = Wrap(MiddleOfNight - utcMiddle);
        var (low, high) = (Wrap(offset - 2), Wrap(offset + 2));
        var whom = evidence.Owner is null ? "the middle of everybody's quietest six hours" : "the middle of your quietest six hours";
        return new Finding(Id, Heading,
            $"{(evidence.Owner is null ? "Most people here keep" : "You keep")} hours consistent with {OffsetWords.Name(Math.Round(offset))}, as in {OffsetWords.LikePlaces(offset)}: {whom}, over {Figures.Count(rhythm.Total)} messages, is {Figures.HourOfDay(utcMiddle)} UTC.",
            Certainty.ConsistentWith,
            [$"The rule takes the middle of the quiet hours for 04:30 local time. People differ by some two hours either way, so anything from {OffsetWords.Name(Math.Round(low))} to {OffsetWords.Name(Math.Round(high))} fits.",
             "An offset is a band from pole to pole, not a place; a week with a different offset shows a journey."],
            Finding.Named(("utc_offset_hours", Math.Round(offset)), ("utc_offset_hours_low", Math.Round(low)), ("utc_offset_hours_high", Math.Round(high)), ("quiet_middle_utc_hour", ((utcMiddle % 24) + 24) % 24), ("messages", rhythm.Total)),
            [Rhythms(evidence)])
        { Question = "rhythm" };
    }

    static SmallMultiples Rhythms(Evidence evidence)
    {
        var counts = new Dictionary<int, long[]>();
        var senders = evidence.Seen.Sender;
        for (var row = 0; row < senders.Length; row++)
        {
            if (senders[row] < 0) continue;
            if (!counts.TryGetValue(senders[row], out var own)) counts[senders[row]] = own = new long[168];
            own[evidence.HourOfWeek(row)]++;
        }
        var panels = counts.OrderByDescending(c => c.Key == evidence.Owner).ThenByDescending(c => c.Value.Sum()).ThenBy(c => c.Key).Take(Shown).Select(c =>
        {
            var rhythm = Rhythm.Of(c.Value);
            var byHour = rhythm.ByHour;
            return new Panel(evidence.NameOf(c.Key), [.. Enumerable.Range(0, 24).Select(h => (double)byHour[(h + 12) % 24])],
                $"quiet {Figures.HourOfDay(rhythm.QuietStart)}–{Figures.HourOfDay(rhythm.QuietStart + Rhythm.QuietHours)}", Evidence.KeyOf(c.Key));
        }).ToImmutableArray();
        return new SmallMultiples("rhythms", $"When {panels.Length} people write, noon to noon ({OffsetWords.Name(evidence.HoursAhead)})",
            "Messages sent by hour of the day, one small picture for each of the people who write most. Each has a hole where its owner sleeps.",
            "messages", [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], panels);
    }

    static double Wrap(double offset) => offset > 13 ? offset - 24 : offset <= -11 ? offset + 24 : offset;
}
