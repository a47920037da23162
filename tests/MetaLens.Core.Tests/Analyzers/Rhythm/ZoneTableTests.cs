using MetaLens.Analyzers;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class ZoneTableTests
{
    [Fact]
    public void The_zone_is_that_of_the_waking_hours_and_an_indicator_of_whom_it_is_known_of()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var zones = ZoneTable.OfParties(seen, 50, 0, stop: TestContext.Current.CancellationToken);
        var waking = WakingTable.OfParties(seen, LocalClock.For(seen, DateTimeZone.Utc), 50, 0, stop: TestContext.Current.CancellationToken);
        Assert.NotEmpty(waking);
        Assert.All(waking, w => Assert.Equal((w.Zone!.OffsetHours, w.Zone.LowHours, w.Zone.HighHours), (zones[w.Party!.Value.Index]!.OffsetHours, zones[w.Party.Value.Index]!.LowHours, zones[w.Party.Value.Index]!.HighHours)));
        Assert.Equal(waking.Count, zones.Count(z => z is not null));

        var analysis = AnalysisCatalog.Find("indicators")!;
        var table = analysis.Run(seen, new AnalysisArguments(analysis), TestContext.Current.CancellationToken);
        var column = table.Columns!.Select(c => c.Name).ToList().IndexOf("utc_offset_hours__allweek__allday__callandtext");
        Assert.Equal(waking.Count, table.Rows.Count(row => row[column] is double));
    }

    [Fact]
    public void Where_times_are_no_instants_nobody_has_a_zone()
    {
        Assert.Empty(ZoneTable.OfParties(Logs.Seen(), 1, 0, stop: TestContext.Current.CancellationToken));
        Assert.All(ZoneTable.OfParties(Logs.Seen(("a", "b", 1)), 1, 0, stop: TestContext.Current.CancellationToken), Assert.Null);
    }
}
