using MetaLens.Messages;
using MetaLens.Reports.Findings;
using MetaLens.Reports.Languages;
using NodaTime;

namespace MetaLens.Reports;

/// <summary>What a report is about.</summary>
/// <param name="Messages">Messages looked at.</param>
/// <param name="Deliveries">Deliveries of them.</param>
/// <param name="People">People in them.</param>
/// <param name="First">First message, Unix milliseconds; 0 without one.</param>
/// <param name="Last">Last message, Unix milliseconds; 0 without one.</param>
/// <param name="TimeBasis">What the times are measured against.</param>
/// <param name="ForOwner">Whether it is one person's export.</param>
/// <param name="FirstDay">The day of the first message on the clock the report reads by; null without a message.</param>
/// <param name="LastDay">The day of the last message.</param>
/// <param name="ClockName">That clock in words.</param>
/// <param name="Language">The language of the sentence.</param>
public sealed record ReportSubject(
    int Messages, int Deliveries, int People, long First, long Last, TimeBasis TimeBasis, bool ForOwner, LocalDate? FirstDay, LocalDate? LastDay, string ClockName, Language Language)
{
    /// <summary>How far it is known who received, for those answers that depend on it; empty where every record names its recipients.</summary>
    public string RecipientsInWords { get; init; } = "";

    /// <summary>The subject of a log.</summary>
    public static ReportSubject Of(MessageLog log, Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(evidence);
        var (first, last) = log.Count == 0 ? (0L, 0L) : (log.SentAt[0], log.SentAt[^1]);
        return new ReportSubject(log.Count, log.DeliveryCount, log.Actors.Count, first, last, log.TimeBasis, log.Owner is not null,
            log.Count == 0 ? null : evidence.DayOf(first), log.Count == 0 ? null : evidence.DayOf(last), evidence.ClockName, evidence.Language)
        { RecipientsInWords = RecipientsOf(log, evidence.Language) };
    }

    static string RecipientsOf(MessageLog log, Language language)
    {
        int snapshot = 0, speakers = 0, unknown = 0;
        foreach (var traits in log.Traits)
        {
            if (traits.RecipientBasis is RecipientBasis.Snapshot) snapshot++;
            else if (traits.RecipientBasis is RecipientBasis.SpeakersOnly) speakers++;
            else if (traits.RecipientBasis is RecipientBasis.Unknown) unknown++;
        }
        if (snapshot + speakers + unknown == 0) return "";
        var parts = new List<string>();
        if (snapshot > 0) parts.Add(language.Say("subject.recipients.snapshot", ("records", snapshot)));
        if (speakers > 0) parts.Add(language.Say("subject.recipients.speakers", ("records", speakers)));
        if (unknown > 0) parts.Add(language.Say("subject.recipients.unknown", ("records", unknown)));
        return language.Say("subject.recipients", ("records", log.Count), ("parts", string.Join("; ", parts)));
    }

    /// <summary>"59,835 messages between 1,899 people, April–October 2004".</summary>
    public string Sentence => ForOwner
        ? Language.Say("subject.own", ("messages", Messages), ("others", People - 1), ("span", Span))
        : Language.Say("subject.all", ("messages", Messages), ("people", People), ("span", Span));

    string Span
    {
        get
        {
            if (FirstDay is not { } from || LastDay is not { } to) return "";
            if (TimeBasis is TimeBasis.Relative) return Language.Say("subject.span.days", ("days", Period.DaysBetween(from, to) + 1));
            return Language.Say((from.Year == to.Year, from.Month == to.Month) switch { (true, true) => "subject.span.month", (true, false) => "subject.span.months", _ => "subject.span.years" }, ("first", from), ("last", to));
        }
    }
}
