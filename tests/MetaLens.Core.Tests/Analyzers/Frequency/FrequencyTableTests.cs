using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Frequency;

public class FrequencyTableTests
{
    const long Monday = 1_000_080_000, Day = 86_400;

    static LocalClock Utc(Observation seen) => LocalClock.For(seen, DateTimeZone.Utc);

    [Fact]
    public void A_party_is_counted_by_what_it_sends_over_all_days_of_the_log()
    {
        var seen = Logs.Seen(("ann", "bob", Monday), ("ann", "bob", Monday + 60), ("ann", "cy", Monday + 180), ("bob", "ann", Monday + 3 * Day));
        var ann = FrequencyTable.Of(seen, Utc(seen), Direction.Sent, TestContext.Current.CancellationToken)[0];
        Assert.Equal((3, 1, 1, 0.75, 90.0, 90.0), (ann.Sent, ann.Received, ann.ActiveDays, ann.PerDay, ann.MeanGapSeconds, ann.MedianGapSeconds));
        var both = FrequencyTable.Of(seen, Utc(seen), Direction.Both, TestContext.Current.CancellationToken)[0];
        Assert.Equal((2, 1.0, 120.0), (both.ActiveDays, both.PerDay, both.MedianGapSeconds));
    }

    [Fact]
    public void A_message_to_many_is_sent_once()
    {
        var log = new MessageLogBuilder();
        log.Add(new MessageRecord { SentAt = Monday * 1000, Sender = log.Actor("ann"), Recipients = [log.Actor("bob"), log.Actor("cy")] });
        var seen = Lens.None.Observe(log.Build());
        var all = FrequencyTable.Of(seen, Utc(seen), Direction.Sent, TestContext.Current.CancellationToken);
        Assert.Equal([(1, 0), (0, 1), (0, 1)], all.Select(f => (f.Sent, f.Received)));
    }

    [Fact]
    public void Every_message_of_CollegeMsg_is_sent_once_and_received_once()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var all = FrequencyTable.Of(seen, Utc(seen), Direction.Sent, TestContext.Current.CancellationToken);
        Assert.Equal((59_835, 59_835, 1_899), (all.Sum(f => f.Sent), all.Sum(f => f.Received), all.Count));
    }

    [Fact]
    public void The_daily_series_lists_empty_days_and_counts_newcomers_once()
    {
        var seen = Logs.Seen(("ann", "bob", Monday), ("ann", "bob", Monday + 60), ("cy", "bob", Monday + 120), ("ann", "bob", Monday + 2 * Day));
        Assert.Equal([(3, 2, 2), (0, 0, 0), (1, 1, 0)], DailySeries.Of(seen, Utc(seen)).Select(d => (d.Messages, d.ActiveSenders, d.NewSenders)));
    }
}
