using MetaLens.Attacks.StatisticalDisclosure;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

public class EpochCountsTests
{
    [Fact]
    public void The_count_is_target_epochs_less_other_epochs()
    {
        var counts = Made();
        Assert.Equal(2, counts.Counted(1));
        Assert.Equal(-1, counts.Counted(2));
        Assert.Equal(0.5, counts.Counted(2, weight: 0.25));
        Assert.Equal(0, counts.Counted(9));
    }

    [Fact]
    public void Log_odds_are_two_beta_binomials()
    {
        // By hand: 8 sightings, 10 parties, 4 epochs: mean 0.2, so the usual rate is Beta(10, 40). Party 1: k = 2 of n = 2, m = 0 of 2.
        // B(6,1)/B(4,1) = (1/6)/(1/4) = 2/3; B(10,42)/B(12,42): ratio = (52·53)/(10·11), by B(a+2,b)/B(a,b) = a(a+1)/((a+b)(a+b+1)).
        Assert.Equal(Math.Log(2.0 / 3) + Math.Log(52.0 * 53 / (10 * 11)), Made().LogOdds(1), 9);
    }

    [Fact]
    public void Who_is_seen_elsewhere_as_often_speaks_against_it() => Assert.True(Made().LogOdds(2) < 0);

    [Fact]
    public void A_tie_counts_against_the_attacker()
    {
        var counts = new EpochCounts(10);
        counts.AddTarget([1, 2]);
        Assert.Equal(2, counts.RankOf(1, p => counts.Counted(p)));
    }

    // Two target epochs and two others: 1 in both of the former, 2 in one of them and in both of the latter, 3 in one and both.
    static EpochCounts Made()
    {
        var counts = new EpochCounts(10);
        counts.AddTarget([1, 2]);
        counts.AddTarget([1, 3]);
        counts.AddOther([2, 3]);
        counts.AddOther([2, 3]);
        return counts;
    }
}
