using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class ZoneEstimatorTests
{
    [Fact]
    public void CollegeMsg_is_placed_in_California_within_an_hour_and_says_how_sure()
    {
        var zone = ZoneEstimator.OfPopulation(Lens.None.Observe(Logs.CollegeMsg()), seed: 0)!;
        Assert.InRange(zone.OffsetHours, -8, -6);
        Assert.InRange(-7, zone.LowHours, zone.HighHours);
    }

    [Fact]
    public void Seven_in_ten_people_of_CollegeMsg_are_placed_within_an_hour()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var people = WakingTable.OfParties(seen, LocalClock.For(seen, DateTimeZone.Utc), 50, seed: 0, stop: TestContext.Current.CancellationToken);
        var right = people.Count(p => p.Zone is { OffsetHours: >= -8 and <= -6 });
        Assert.True(right >= 0.7 * people.Count, $"{right} of {people.Count}");
    }

    // The manufacturing log is in Polish wall-clock time; read as if it were UTC and moved by a known offset, the offset must come back within two hours (no tuning was done on it but the office rule).
    [Theory, InlineData(1), InlineData(-5), InlineData(8)]
    public void An_office_of_known_hours_is_placed_within_two_hours(int offset)
    {
        var zone = ZoneEstimator.OfPopulation(Moved(Logs.Manufacturing(), offset), seed: 0)!;
        Assert.InRange(Math.Abs(zone.OffsetHours - offset), 0, 2);
    }

    [Theory, InlineData(1), InlineData(-5), InlineData(8)]
    public void Students_of_known_hours_are_placed_within_two_hours(int offset)
    {
        var zone = ZoneEstimator.OfPopulation(Moved(Logs.CopenhagenSms(), offset), seed: 0)!;
        Assert.InRange(Math.Abs(zone.OffsetHours - offset), 0, 2);
    }

    [Fact]
    public void Times_that_are_no_instants_have_no_offset()
    {
        Assert.Null(ZoneEstimator.OfPopulation(Lens.None.Observe(Logs.Manufacturing()), 0));
        Assert.Null(ZoneEstimator.OfPopulation(Lens.None.Observe(Logs.CopenhagenSms()), 0));
        Assert.Null(ZoneEstimator.OfPopulation(Logs.Seen(("a", "b", 1_000_000_000)), 0));
    }

    [Fact]
    public void Prior_offsets_follow_summer_time()
    {
        var july = InhabitedZones.OffsetsAt(Instant.FromUtc(2024, 7, 1, 0, 0)).ToDictionary(o => o.Hours, o => o.Millions);
        var january = InhabitedZones.OffsetsAt(Instant.FromUtc(2024, 1, 1, 0, 0)).ToDictionary(o => o.Hours, o => o.Millions);
        Assert.True(july[-7] > 60 && january[-8] > 60 && july[-8] < 5);
        Assert.Equal(july.Values.Sum(), january.Values.Sum(), 6);
    }

    // Wall-clock records of an instant log in January 2013 (no summer time in most places), whose clock stands at the given offset.
    static Observation Moved(MessageLog local, int offsetHours)
    {
        var log = new MessageLogBuilder();
        var start = local.TimeBasis == TimeBasis.Relative ? Instant.FromUtc(2013, 1, 1, 0, 0).ToUnixTimeMilliseconds() : 0;
        for (var i = 0; i < local.Count; i++)
            log.Add(new MessageRecord
            {
                SentAt = start + local.SentAt[i] - offsetHours * 3_600_000L,
                Sender = log.Actor(local.Actors.Names[local.Sender[i]]),
                Recipients = [log.Actor(local.Actors.Names[local.RecipientsOf(i)[0]])],
            });
        return Lens.None.Observe(log.Build());
    }
}
