using System.Collections.Immutable;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Analyzers.Timelines;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>When people are awake: the hour of the week of every message, and the quietest six hours on end.</summary>
public static class DayAndNightFinding
{
    const int EnoughMessages = 50;

    /// <summary>Of what even activity would put into the quietest hours, a night holds less than half; chance alone leaves a dip, but not that deep.</summary>
    internal static bool IsNight(QuietWindow quiet) => quiet.ShareOfActivity < quiet.Hours / 24 / 2;

    /// <summary>The finding over the owner's own messages, or everybody's. O(messages).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "day-and-night";
        var language = evidence.Language;
        var heading = language["night.heading"];
        if (!evidence.Clock.KnowsTimeOfDay)
            return Finding.Unknown(Id, heading, language["night.unknown.relative"]);
        if (evidence.IsCoarse) return Finding.Unknown(Id, heading, language["night.unknown.coarse"]);
        var quiet = evidence.Quiet?.Hours;
        var (total, inside) = quiet is null ? (0, 0) : CountIn(evidence, quiet);
        if (quiet is null || total < EnoughMessages)
            return Finding.Unknown(Id, heading, language.Say("night.unknown.few", ("least", EnoughMessages)));

        var share = inside / (double)total;
        if (!IsNight(quiet))
            return Finding.Unknown(Id, heading, language.Say("night.unknown.even", ("start", quiet.StartHour), ("end", quiet.EndHour), ("share", share), ("messages", total)));
        var sentence = (evidence.Owner, inside) switch { (null, 0) => "night.all.sentence.none", (null, _) => "night.all.sentence", (_, 0) => "night.own.sentence.none", _ => "night.own.sentence" };
        return new Finding(Id, heading,
            language.Say(sentence, ("start", quiet.StartHour), ("end", quiet.EndHour), ("inside", inside), ("messages", total), ("share", share)),
            Certainty.Likely,
            [language.Say("night.evidence.window", ("hours", QuietWindowFinder.Hours), ("clock", evidence.ClockName), ("low", quiet.LowHours), ("high", quiet.HighHours)), language["night.evidence.sleep"]],
            Finding.Named(("quiet_start_hour", quiet.StartHour), ("quiet_end_hour", quiet.EndHour), ("messages_in_quiet", inside), ("messages", total), ("share_in_quiet", share),
                ("quiet_earlier_hours", quiet.LowHours), ("quiet_later_hours", quiet.HighHours)),
            [Week(evidence, quiet)])
        {
            Question = "rhythm",
            Wrong = evidence.ClockIsSuggested ? language["night.wrong.suggested"] : language["night.wrong"],
            Surprise = Math.Max(0, 0.25 - share),
            Headline = language.Say(evidence.Owner is null ? "night.all.headline" : "night.own.headline", ("share", share)),
        };
    }

    static (int Total, int Inside) CountIn(Evidence evidence, QuietWindow quiet)
    {
        int total = 0, inside = 0;
        for (var row = 0; row < evidence.Seen.Count; row++)
        {
            if (evidence.Owner is { } owner && evidence.Seen.Sender[row] != owner) continue;
            var hour = LocalClock.TimeOfDay(evidence.Clock.ToLocal(evidence.Seen.SeenAt[row])) / 3_600_000.0;
            total++;
            if ((hour - quiet.StartHour + 24) % 24 < quiet.Hours) inside++;
        }
        return (total, inside);
    }

    static HeatMap Week(Evidence evidence, QuietWindow quiet)
    {
        var week = evidence.Owner is { } owner
            ? WeekProfile.OfParty(evidence.Seen, PartyTimelines.Of(evidence.Seen), evidence.Clock, new Lenses.PartyId(owner))
            : WeekProfile.OfPopulation(evidence.Seen, evidence.Clock);
        // A row begins at noon of its day and ends at noon of the next, so that a night lies whole in the middle of it.
        var values = ImmutableArray.CreateBuilder<double>(168);
        for (var day = 0; day < 7; day++)
            for (var column = 0; column < 24; column++)
                values.Add(week[((day * 24) + 12 + column) % 168]);
        double from = (quiet.StartHour - 12 + 24) % 24, to = from + quiet.Hours;
        var language = evidence.Language;
        return new HeatMap("week", language.Say("night.picture.title", ("clock", evidence.ClockName)),
            language.Say(evidence.Owner is null ? "night.picture.description.all" : "night.picture.description.own", ("start", quiet.StartHour), ("end", quiet.EndHour)),
            language["night.picture.unit"], [.. language["date.weekdays"].Split(' ')], [.. Enumerable.Range(0, 24).Select(h => $"{(h + 12) % 24:00}")], values.MoveToImmutable(), LabelEvery: 3,
            // A window over the edge of the picture would need two marks; the sentence has it.
            Mark: to <= 24 ? (from, to, language.Say("quiet", ("start", quiet.StartHour), ("end", quiet.EndHour))) : null)
        { Language = language, ShortRows = [.. language["date.weekdays.short"].Split(' ')] };
    }
}
