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
        const string Id = "after-midnight", Heading = "After midnight";
        var owner = evidence.Owner ?? throw new ArgumentException("Only an export has an owner.", nameof(evidence));
        if (!evidence.Clock.KnowsTimeOfDay || evidence.IsCoarse)
            return Finding.Unknown(Id, Heading, "The records do not say which hour it is, and so not what happens after midnight.");
        var (night, day) = (new int[evidence.Seen.PartyCount], new int[evidence.Seen.PartyCount]);
        for (var row = 0; row < evidence.Seen.Count; row++)
        {
            var (from, to) = (evidence.Seen.RecipientOffset[row], evidence.Seen.RecipientOffset[row + 1]);
            if (evidence.Seen.Sender[row] != owner || to - from != 1 || evidence.Seen.Recipient[from] == owner) continue;
            (AfterMidnight.Contains(evidence.Clock.ToLocal(evidence.Seen.SeenAt[row])) ? night : day)[evidence.Seen.Recipient[from]]++;
        }
        var (atNight, byDay) = (night.Sum(), day.Sum());
        if (atNight < EnoughMessages)
            return Finding.Unknown(Id, Heading, $"Between midnight and 05:00 you wrote to single people {(atNight == 0 ? "never" : Figures.Count(atNight, "time", "times"))}: too few to say to whom above all (at least {EnoughMessages}).");
        var order = Enumerable.Range(0, night.Length).Where(p => night[p] > 0).OrderByDescending(p => night[p]).ThenBy(p => p).ToArray();
        var first = order[0];
        var share = night[first] / (double)atNight;
        var dayShare = byDay == 0 ? 0 : day[first] / (double)byDay;
        var contacts = Enumerable.Range(0, night.Length).Count(p => night[p] + day[p] > 0);
        var chance = 1.0 / contacts;
        return new Finding(Id, Heading,
            $"Between midnight and 05:00 you wrote {Figures.Count(atNight)} messages to single people; {Figures.Count(night[first])} ({Figures.Percent(share)}) went to one: {evidence.NameOf(first)}, who gets {Figures.Percent(dayShare)} of those by day. Encryption does not hide that.",
            !evidence.ClockIsSuggested ? Certainty.Shown : evidence.Zone?.Certainty == "likely" ? Certainty.Likely : Certainty.ConsistentWith,
            [$"Counted over messages that you sent to one person, hours read on {evidence.ClockName}."],
            Finding.Named(("messages_after_midnight", atNight), ("messages_after_midnight_to_first", night[first]), ("share_to_first", share), ("share_to_first_by_day", dayShare), ("contacts", contacts), ("until_hour", AfterMidnight.EndHour)),
            [new BarChart("night-contacts", "Whom you write to between midnight and 05:00", $"Bars for {Math.Min(Shown, order.Length)} people. The longest is {evidence.NameOf(first)} with {Figures.Number(night[first])} messages.", "messages sent between midnight and 05:00",
                [.. order.Take(Shown).Select(p => new Bar(evidence.NameOf(p), night[p], Key: Evidence.KeyOf(p)))])])
        {
            Question = "closeness",
            Surprise = contacts < 2 ? 0 : Math.Max(0, (share - chance) / (1 - chance)),
            Headline = share >= 0.5 ? "You write to one person after midnight. Encryption does not hide that." : $"After midnight, {Figures.Percent(share)} of what you write goes to one person.",
            Wrong = evidence.ClockIsSuggested ? "The hours rest on an offset that the records themselves suggest; name your zone with --timezone to be sure." : "Nothing is inferred; why one writes at night, the records do not say.",
        };
    }
}
