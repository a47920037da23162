using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Ties;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Ties;

/// <summary>Expected numbers by hand unless said otherwise.</summary>
public class TieTableTests
{
    // Friday 2001-09-07, 00:00 UTC.
    const long Friday = 999_820_800, Hour = 3600, Day = 24 * Hour;

    static IReadOnlyList<TieSummary> Ties(Observation seen) => TieTable.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), NightHours.Sleeping);

    [Fact]
    public void A_tie_counts_both_ways_and_knows_its_nights_and_weekends()
    {
        var seen = Logs.Seen(
            ("ann", "bob", Friday + 12 * Hour), ("bob", "ann", Friday + 22 * Hour), ("ann", "bob", Friday + 23 * Hour),
            ("ann", "bob", Friday + Day + 6 * Hour), ("ann", "cy", Friday + 3 * Day), ("ann", "ann", Friday + 4 * Day));
        var ties = Ties(seen);
        Assert.Equal(2, ties.Count);
        var strongest = ties[0];
        Assert.Equal((3, 1, 4, 1 / 3.0), (strongest.MessagesAToB, strongest.MessagesBToA, strongest.Messages, strongest.Reciprocity));
        Assert.Equal((2, 0.5, 0.25), (strongest.DaysActive, strongest.ShareAtNight, strongest.ShareAtWeekend));
        Assert.Equal((0.8, 1.0), (strongest.ShareOfA, strongest.ShareOfB));
        Assert.Equal(((Friday + 12 * Hour) * 1000, (Friday + Day + 6 * Hour) * 1000), (strongest.First, strongest.Last));
        Assert.Equal((1, 0.0, 1.0, 0.2), (ties[1].Messages, ties[1].Reciprocity, ties[1].ShareAtNight, ties[1].ShareOfA));
    }

    [Fact]
    public void A_zone_moves_the_night()
    {
        var seen = Logs.Seen(("ann", "bob", Friday + 12 * Hour));
        var clock = LocalClock.For(seen, DateTimeZoneProviders.Tzdb["America/Los_Angeles"]);
        Assert.Equal(1, TieTable.Of(seen, clock, NightHours.Sleeping)[0].ShareAtNight);
    }

    [Fact]
    public void CollegeMsg_has_13838_ties_and_every_message_belongs_to_one()
    {
        var ties = Ties(Lens.None.Observe(Logs.CollegeMsg()));
        Assert.Equal(13_838, ties.Count);
        Assert.Equal(59_835, ties.Sum(t => t.Messages));
        Assert.Equal(12_916 / 2, ties.Count(t => t.Reciprocity > 0));
    }

    [Fact]
    public void Shares_of_each_party_add_up_to_one()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var ties = Ties(Lens.None.Observe(Logs.Random(seed)));
            foreach (var party in ties.SelectMany(t => new[] { t.A, t.B }).Distinct())
                Assert.Equal(1, ties.Sum(t => (t.A == party ? t.ShareOfA : 0) + (t.B == party ? t.ShareOfB : 0)), 12);
        }
    }
}
