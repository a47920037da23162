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
        const string Id = "where";
        var language = evidence.Language;
        var heading = language["where.heading"];
        if (!evidence.Seen.KnowsInstants)
            return Finding.Unknown(Id, heading, evidence.Seen.KnowsTimeOfDay
                ? language["where.unknown.zone"]
                : language["where.unknown.relative"]);
        if (evidence.IsCoarse) return Finding.Unknown(Id, heading, language["where.unknown.coarse"]);
        var rhythms = Rhythms(evidence);
        var own = evidence.Owner is { } owner ? rhythms.FirstOrDefault(w => w.Party?.Index == owner) : null;
        var zone = evidence.Owner is null ? evidence.Zone : own?.Zone;
        var messages = evidence.Owner is null ? evidence.Seen.Count : own?.Messages ?? 0;
        if (zone is null) return Finding.Unknown(Id, heading, language["where.unknown.few"]);

        var certainty = zone.Certainty switch { "likely" => Certainty.Likely, "consistent with" => Certainty.ConsistentWith, _ => Certainty.CannotTell };
        return new Finding(Id, heading,
            language.Say(evidence.Owner is null ? "where.all.sentence" : "where.own.sentence",
                ("offset", OffsetWords.Name(zone.OffsetHours)), ("places", OffsetWords.LikePlaces(zone.Places, language)), ("messages", messages), ("probability", zone.ProbabilityWithinOneHour)),
            certainty,
            [language.Say("where.evidence.zone", ("low", OffsetWords.Name(zone.LowHours)), ("high", OffsetWords.Name(zone.HighHours))), language["where.evidence.band"]],
            Finding.Named(("utc_offset_hours", zone.OffsetHours), ("utc_offset_hours_low", zone.LowHours), ("utc_offset_hours_high", zone.HighHours),
                ("probability_within_one_hour", zone.ProbabilityWithinOneHour), ("messages", messages)),
            rhythms.Count == 0 ? [] : [Picture(evidence, rhythms)])
        {
            Question = "rhythm",
            Wrong = language.Say("where.wrong", ("missed", 1 - zone.ProbabilityWithinOneHour)),
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
        // Who never sends is known by what is received.
        var received = new int[sent.Length];
        foreach (var recipient in evidence.Seen.Recipient) received[recipient]++;
        var among = Enumerable.Range(0, sent.Length).Where(p => (sent[p] > 0 ? sent[p] : received[p]) >= enough).ToHashSet();
        return [.. WakingTable.OfParties(evidence.Seen, evidence.Clock, enough, evidence.Seed, among)
            .OrderByDescending(w => w.Party?.Index == evidence.Owner).ThenByDescending(w => w.Messages).Take(Shown)];
    }

    static SmallMultiples Picture(Evidence evidence, List<WakingHours> rhythms)
    {
        var language = evidence.Language;
        var theirs = evidence.Seen.RowsOf(rhythms.Select(w => (w.Party ?? default).Index).ToHashSet());
        var timelines = PartyTimelines.Of(theirs);
        var panels = rhythms.Select(w =>
        {
            var week = WeekProfile.OfParty(theirs, timelines, evidence.Clock, w.Party ?? default);
            var byHour = new double[24];
            for (var h = 0; h < week.Length; h++) byHour[(h + 12) % 24] += week[h];
            var party = (w.Party ?? default(PartyId)).Index;
            return new Panel(evidence.NameOf(party), [.. byHour], language.Say("quiet", ("start", w.Quiet.StartHour), ("end", w.Quiet.EndHour)), Evidence.KeyOf(party));
        });
        return new SmallMultiples("rhythms", language.Say("where.picture.title", ("people", rhythms.Count), ("clock", evidence.ClockName)),
            language["where.picture.description"], language["chart.messages"], [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], [.. panels])
        { Language = language };
    }
}
