using System.Globalization;
using MetaLens.Messages;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Findings;
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
public sealed record ReportSubject(
    int Messages, int Deliveries, int People, long First, long Last, TimeBasis TimeBasis, bool ForOwner, LocalDate? FirstDay, LocalDate? LastDay, string ClockName)
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
            log.Count == 0 ? null : evidence.DayOf(first), log.Count == 0 ? null : evidence.DayOf(last), evidence.ClockName)
        { RecipientsInWords = RecipientsOf(log) };
    }

    static string RecipientsOf(MessageLog log)
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
        if (snapshot > 0) parts.Add($"for {Figures.Count(snapshot)} they are the members of the chat when it was exported, who may have changed");
        if (speakers > 0) parts.Add($"for {Figures.Count(speakers)} they are those who ever spoke in the chat, so that silent members are missing");
        if (unknown > 0) parts.Add($"for {Figures.Count(unknown)} nobody knows them");
        return $"Not every one of the {Figures.Count(log.Count, "record", "records")} names who received: {string.Join("; ", parts)}.";
    }

    /// <summary>"59,835 messages between 1,899 people, April–October 2004".</summary>
    public string Sentence => ForOwner
        ? $"{Figures.Count(Messages)} messages between you and {Figures.Count(People - 1, "person", "people")}{Span}"
        : $"{Figures.Count(Messages)} messages between {Figures.Count(People)} people{Span}";

    string Span
    {
        get
        {
            if (FirstDay is not { } from || LastDay is not { } to) return "";
            if (TimeBasis is TimeBasis.Relative) return $", over {Figures.Count(Period.DaysBetween(from, to) + 1)} days";
            return (from.Year == to.Year, from.Month == to.Month) switch
            {
                (true, true) => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM yyyy}"),
                (true, false) => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM}–{to:MMMM yyyy}"),
                _ => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM yyyy} – {to:MMMM yyyy}"),
            };
        }
    }
}
