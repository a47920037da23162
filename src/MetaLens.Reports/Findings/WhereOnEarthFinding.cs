using MetaLens.Analyzers.Rhythm;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Where on earth people live, as an offset from UTC, from their hours alone.</summary>
public static class WhereOnEarthFinding
{
    const int Shown = 8;

    /// <summary>The finding over the owner's messages or everybody's. O(messages + parties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "where", Heading = "Where on earth";
        if (!evidence.Seen.KnowsInstants)
            return Finding.Unknown(Id, Heading, evidence.Seen.KnowsTimeOfDay
                ? "The times are wall-clock times of an unnamed zone: they show day and night, not where on earth."
                : "The times count from an unnamed start, so the records do not say where on earth people were awake.");
        if (evidence.IsCoarse) return Finding.Unknown(Id, Heading, "The times of a published report are too coarse to place anybody on earth by them.");
        var rhythms = Rhythms(evidence);
        var own = evidence.Owner is { } owner ? rhythms.FirstOrDefault(w => w.Party?.Index == owner) : null;
        var zone = evidence.Owner is null ? evidence.Zone : own?.Zone;
        var messages = evidence.Owner is null ? evidence.Seen.Count : own?.Messages ?? 0;
        if (zone is null) return Finding.Unknown(Id, Heading, "There are too few messages to place anybody on earth by their hours.");

        var certainty = zone.Certainty switch { "likely" => Certainty.Likely, "consistent with" => Certainty.ConsistentWith, _ => Certainty.CannotTell };
        return new Finding(Id, Heading,
            $"{(evidence.Owner is null ? "People here" : "You")} keep the hours of {OffsetWords.Name(zone.OffsetHours)}{OffsetWords.LikePlaces(zone.Places)}: of all offsets in use it fits the times of {Figures.Count(messages)} messages best, and it is right to the hour with a probability of {Figures.Percent(zone.ProbabilityWithinOneHour)}.",
            certainty,
            [$"People of one zone sleep at about the same time; where mankind lives does the rest. Offsets from {OffsetWords.Name(zone.LowHours)} to {OffsetWords.Name(zone.HighHours)} hold 95 % of the probability.",
             "An offset is a band from pole to pole, not a place."],
            Finding.Named(("utc_offset_hours", zone.OffsetHours), ("utc_offset_hours_low", zone.LowHours), ("utc_offset_hours_high", zone.HighHours),
                ("probability_within_one_hour", zone.ProbabilityWithinOneHour), ("messages", messages)),
            rhythms.Count == 0 ? [] : [Picture(evidence, rhythms)])
        {
            Question = "rhythm",
            Wrong = $"By its own account it misses by more than an hour in {Figures.Percent(1 - zone.ProbabilityWithinOneHour)} of cases. People who work at night break the rule.",
            Surprise = Math.Max(0, zone.ProbabilityWithinOneHour - (3 / 24.0)) / 2,
        };
    }

    /// <summary>Those who write most, the owner first.</summary>
    static List<WakingHours> Rhythms(Evidence evidence)
    {
        var sent = new int[evidence.Seen.PartyCount];
        foreach (var sender in evidence.Seen.Sender)
            if (sender >= 0) sent[sender]++;
        var enough = Math.Max(10, sent.OrderDescending().ElementAtOrDefault(Shown - 1));
        if (evidence.Owner is { } owner) enough = Math.Min(enough, Math.Max(10, sent[owner]));
        return [.. WakingTable.OfParties(evidence.Seen, evidence.Clock, enough, evidence.Seed)
            .OrderByDescending(w => w.Party?.Index == evidence.Owner).ThenByDescending(w => w.Messages).Take(Shown)];
    }

    static SmallMultiples Picture(Evidence evidence, List<WakingHours> rhythms)
    {
        var timelines = PartyTimelines.Of(evidence.Seen);
        var panels = rhythms.Select(w =>
        {
            var week = WeekProfile.OfParty(evidence.Seen, timelines, evidence.Clock, w.Party ?? default);
            var byHour = new double[24];
            for (var h = 0; h < week.Length; h++) byHour[(h + 12) % 24] += week[h];
            var party = (w.Party ?? default(PartyId)).Index;
            return new Panel(evidence.NameOf(party), [.. byHour], $"quiet {Figures.HourOfDay(w.Quiet.StartHour)}–{Figures.HourOfDay(w.Quiet.EndHour)}", Evidence.KeyOf(party));
        });
        return new SmallMultiples("rhythms", $"When {(rhythms.Count == 1 ? "one person writes" : $"{rhythms.Count} people write")}, noon to noon (hours: {evidence.ClockName})",
            "Messages by hour of the day, one small picture for each of the people who write most, the night in the middle. Each has a hole where its owner sleeps.",
            "messages", [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], [.. panels]);
    }
}
