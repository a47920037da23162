using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Findings;
using Xunit;

namespace MetaLens.Reports.Tests.Findings;

/// <summary>Whom one writes to after midnight.</summary>
public class NightContactFindingTests
{
    [Fact]
    public void Messages_from_midnight_to_five_are_counted_by_whom_they_go_to()
    {
        // By hand: 15 nights at 01:00 to Ben, 5 at 04:59 to Eve, 5 at 05:00 to Eve (day), 20 days at noon to Eve, and what Ben writes at night counts nothing.
        var log = new MessageLogBuilder { Owner = "Ada", TimeBasis = TimeBasis.LocalUnknown };
        int ada = log.Actor("Ada"), ben = log.Actor("Ben"), eve = log.Actor("Eve");
        for (var day = 0; day < 20; day++)
        {
            Add(day, 60, ada, day < 15 ? ben : eve, day < 15 ? 0 : 239);
            if (day < 5) Add(day, 300, ada, eve, 0);
            Add(day, 720, ada, eve, 0);
            Add(day, 120, ben, ada, 0);
        }
        var finding = NightContactFinding.Of(new Evidence(Lens.None.Observe(log.Build())));
        Assert.Equal((20, 15, 0.75), (finding.Numbers["messages_after_midnight"], finding.Numbers["messages_after_midnight_to_first"], finding.Numbers["share_to_first"]));
        Assert.Equal(0, finding.Numbers["share_to_first_by_day"]);
        Assert.Equal(Certainty.Shown, finding.Certainty);
        Assert.Equal("You write to one person after midnight. Encryption does not hide that.", finding.Headline);

        void Add(int day, int minute, int from, int to, int later) => log.Add(new MessageRecord { SentAt = ((day * 1440L) + minute + later) * 60_000, Sender = from, Recipients = [to] });
    }

    [Fact]
    public void A_population_has_no_night_contact() =>
        Assert.Throws<ArgumentException>(() => NightContactFinding.Of(new Evidence(Lens.None.Observe(new MessageLogBuilder().Build()))));
}
