using MetaLens.Analyzers.Calendars;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Whom the owner of an export writes to between midnight and five: the hours say what the words need not.</summary>
public static class NightContactFinding
{
    const int EnoughMessages = 10, Shown = 8;
    static readonly NightHours AfterMidnight = new(0, 5);

    /// <summary>The finding, over messages that the owner sent to one person. O(messages).</summary>
    /// <exception cref="ArgumentException">The records have no owner.</exception>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "after-midnight";
        var language = evidence.Language;
        var heading = language["midnight.heading"];
        var owner = evidence.Owner ?? throw new ArgumentException("Only an export has an owner.", nameof(evidence));
        if (!evidence.Clock.KnowsTimeOfDay || evidence.IsCoarse)
            return Finding.Unknown(Id, heading, language["midnight.unknown.hours"]);
        var (night, day) = (new int[evidence.Seen.PartyCount], new int[evidence.Seen.PartyCount]);
        for (var row = 0; row < evidence.Seen.Count; row++)
        {
            var (from, to) = (evidence.Seen.RecipientOffset[row], evidence.Seen.RecipientOffset[row + 1]);
            if (evidence.Seen.Sender[row] != owner || to - from != 1 || evidence.Seen.Recipient[from] == owner) continue;
            (AfterMidnight.Contains(evidence.Clock.ToLocal(evidence.Seen.SeenAt[row])) ? night : day)[evidence.Seen.Recipient[from]]++;
        }
        var (atNight, byDay) = (night.Sum(), day.Sum());
        if (atNight < EnoughMessages)
            return Finding.Unknown(Id, heading, language.Say(atNight == 0 ? "midnight.unknown.never" : "midnight.unknown.few", ("times", atNight), ("least", EnoughMessages)));
        var order = Enumerable.Range(0, night.Length).Where(p => night[p] > 0).OrderByDescending(p => night[p]).ThenBy(p => p).ToArray();
        var first = order[0];
        var share = night[first] / (double)atNight;
        var dayShare = byDay == 0 ? 0 : day[first] / (double)byDay;
        var contacts = Enumerable.Range(0, night.Length).Count(p => night[p] + day[p] > 0);
        var chance = 1.0 / contacts;
        return new Finding(Id, heading,
            language.Say("midnight.sentence", ("messages", atNight), ("first", night[first]), ("share", share), ("name", evidence.NameOf(first)), ("by-day", dayShare)),
            !evidence.ClockIsSuggested ? Certainty.Shown : evidence.Zone?.Certainty == "likely" ? Certainty.Likely : Certainty.ConsistentWith,
            [language.Say("midnight.evidence", ("clock", evidence.ClockName))],
            Finding.Named(("messages_after_midnight", atNight), ("messages_after_midnight_to_first", night[first]), ("share_to_first", share), ("share_to_first_by_day", dayShare), ("contacts", contacts), ("until_hour", AfterMidnight.EndHour)),
            [new BarChart("night-contacts", language["midnight.picture.title"],
                language.Say("midnight.picture.description", ("bars", Math.Min(Shown, order.Length)), ("name", evidence.NameOf(first)), ("messages", night[first])), language["midnight.picture.unit"],
                [.. order.Take(Shown).Select(p => new Bar(evidence.NameOf(p), night[p], Key: Evidence.KeyOf(p)))]) { Language = language }])
        {
            Question = "closeness",
            Surprise = contacts < 2 ? 0 : Math.Max(0, (share - chance) / (1 - chance)),
            Headline = share >= 0.5 ? language["midnight.headline.most"] : language.Say("midnight.headline", ("share", share)),
            Wrong = evidence.ClockIsSuggested ? language["midnight.wrong.suggested"] : language["midnight.wrong"],
        };
    }
}
