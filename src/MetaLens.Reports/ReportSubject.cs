using System.Globalization;
using MetaLens.Reports.Charts;
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
/// <param name="HoursAhead">Hours that the reader's clocks are ahead of the records'.</param>
public sealed record ReportSubject(int Messages, int Deliveries, int People, long First, long Last, TimeBasis TimeBasis, bool ForOwner, double HoursAhead)
{
    /// <summary>The subject of an input.</summary>
    public static ReportSubject Of(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var log = input.Log;
        var (first, last) = log.Count == 0 ? (0L, 0L) : (log.SentAt[0], log.SentAt[^1]);
        var offset = input.TimeZone is { } zone && log.TimeBasis is TimeBasis.Utc
            ? zone.GetZoneInterval(Instant.FromUnixTimeMilliseconds(first + ((last - first) / 2))).StandardOffset.Seconds / 3600.0 : 0;
        return new ReportSubject(log.Count, log.DeliveryCount, log.Actors.Count, first, last, log.TimeBasis, log.Owner is not null, offset);
    }

    /// <summary>"59,835 messages between 1,899 people, April–October 2004".</summary>
    public string Sentence => ForOwner
        ? $"{Figures.Count(Messages)} messages between you and {Figures.Count(People - 1)} people{Span}"
        : $"{Figures.Count(Messages)} messages between {Figures.Count(People)} people{Span}";

    string Span
    {
        get
        {
            if (Messages == 0) return "";
            var (from, to) = (Day(First), Day(Last));
            if (TimeBasis is TimeBasis.Relative) return $", over {Figures.Count(Period.DaysBetween(from, to) + 1)} days";
            return (from.Year == to.Year, from.Month == to.Month) switch
            {
                (true, true) => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM yyyy}"),
                (true, false) => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM}–{to:MMMM yyyy}"),
                _ => string.Create(CultureInfo.InvariantCulture, $", {from:MMMM yyyy} – {to:MMMM yyyy}"),
            };
        }
    }

    LocalDate Day(long at) => Instant.FromUnixTimeMilliseconds(at).WithOffset(Offset.FromSeconds((int)(HoursAhead * 3600))).Date;
}
