using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class SleepEstimatorTests
{
    // Planted: active 07:00 … 22:30 on weekdays; on Saturday and Sunday from 09:00 until 00:30 of the next day. 2001-09-10 is a Monday. By hand: nights on weekdays are silent 23:00 – 07:00, middle 03:00; to Saturday 23:00 – 09:00, middle 04:00;
    // to Sunday 01:00 – 09:00, middle 05:00; to Monday 01:00 – 07:00, middle 04:00.
    [Fact]
    public void Nights_are_read_from_silences_and_weekends_lag()
    {
        const long monday = 1_000_080_000, halfHour = 1800;
        var messages = new List<(string, string, long)>();
        for (var d = 0; d < 28; d++)
            for (var b = d % 7 >= 5 ? 18 : 14; b < (d % 7 >= 5 ? 50 : 46); b++)
                messages.Add(("ann", "bob", monday + d * 86_400 + b * halfHour));
        var seen = Logs.Seen([.. messages]);
        var ann = WakingTable.OfParties(seen, LocalClock.For(seen, DateTimeZone.Utc), 50, 0, stop: TestContext.Current.CancellationToken)[0];
        Assert.Equal(27, ann.Sleep!.Nights);
        Assert.Equal(8, ann.Sleep.MedianHours);
        // Saturdays and Sundays 4.5 (+ a quarter, the middle of the half-hour); the rest 4 × (3, 3, 3, 3) and 3 × 4 (Mondays).
        Assert.InRange(ann.Sleep.SocialJetLagHours, 1.2, 1.4);
    }
}
