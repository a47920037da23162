using MetaLens.Analyzers.Events;
using MetaLens.Lenses;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Events;

public class JourneyFinderTests
{
    static DatedEvent Moved(int party, int day, double before, double after) => new(new PartyId(party), null, day, EventKind.HoursMoved, before, after);

    // By hand: hours round 15, from day 10 round 6 (9 h earlier: as if 9 zones to the east), from day 20 back; another moves from 23 to 2, three hours later over midnight, for good.
    [Fact]
    public void A_stretch_of_other_hours_is_a_journey()
    {
        var found = JourneyFinder.Of([Moved(0, 20, 6, 15), Moved(0, 10, 15, 6), Moved(1, 5, 23, 2)], 3);
        Assert.Equal([new Journey(new PartyId(0), 10, 20, -9), new Journey(new PartyId(1), 5, null, 3)], found);
    }

    [Fact]
    public void Small_shifts_and_other_events_are_none()
    {
        Assert.Empty(JourneyFinder.Of([Moved(0, 10, 15, 13)], 3));
        Assert.Empty(JourneyFinder.Of([new DatedEvent(new PartyId(0), null, 3, EventKind.Silent, 5, 0)], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => JourneyFinder.Of([], 0));
    }
}
