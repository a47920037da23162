using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Ties;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Ties;

public class TieHabitTableTests
{
    const long Hour = 3_600_000;

    // By hand: a b a within 20 s, and a again after two hours: two conversations, both begun by a; three of four by a; each answers after 10 s.
    static readonly Observation Short = Logs.Seen(("a", "b", 0), ("b", "a", 10), ("a", "b", 20), ("a", "b", 7200));

    static LocalClock Utc(Observation seen) => LocalClock.For(seen, DateTimeZone.Utc);

    [Fact]
    public void Initiative_balance_and_delays_are_those_of_the_conversations()
    {
        var tie = Assert.Single(TieHabitTable.Of(Short, Utc(Short), NightHours.Sleeping, Hour, 1, TestContext.Current.CancellationToken));
        Assert.Equal((2, 1.0, 0.75), (tie.Conversations, tie.BegunByA, tie.SentByA));
        Assert.Equal((10.0, 10.0, 0.0), (tie.DelayOfA, tie.DelayOfB, tie.Asymmetry));
        // 1970-01-01 was a Thursday; midnight and 2 o'clock are night.
        Assert.Equal((1.0, 0.0, 1.0), (tie.AtNight, tie.AtWeekend, tie.WeeksActive));
        // Two of two begun: 2 · 1/4. Balances 1 and 1: 2 of 4 sign patterns. No other conversations, few answers, one week: nothing to compare with.
        Assert.All(tie.Chances.Take(2), p => Assert.Equal(0.5, p, 1e-12));
        Assert.All(tie.Chances.Skip(2), p => Assert.True(double.IsNaN(p)));
        Assert.Empty(TieHabitTable.Of(Short, Utc(Short), NightHours.Sleeping, Hour, 3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Strength_has_as_many_values_as_definitions()
    {
        // By hand: three within one hour and one two hours later, age 7200, 7190, 7180 and 0 s at a half-life of an hour: 1/4 and a little more, three times, and 1.
        var tie = Assert.Single(TieStrengthTable.Of(Short, Utc(Short), Hour, Hour));
        Assert.Equal((4, 2, 2, 1, 400L, 1.0), (tie.Messages, tie.Conversations, tie.Hours, tie.Days, tie.Bytes, tie.Mutual));
        Assert.Null(tie.CallSeconds);
        Assert.Equal(1 + 0.25 + Math.Pow(2, -7190 / 3600.0) + Math.Pow(2, -7180 / 3600.0), tie.Faded, 1e-12);
        Assert.Empty(TieStrengthTable.Of(Logs.Seen(("a", "a", 1)), Utc(Short), Hour, Hour));
    }

    [Fact]
    public void A_share_is_tested_against_its_chance()
    {
        // By hand: 2 · (10 + 1)/2^10; the middle is no sign of anything.
        Assert.Equal(22 / 1024.0, ChanceTests.Share(9, 10, 0.5), 1e-12);
        Assert.Equal(1, ChanceTests.Share(5, 10, 0.5));
        Assert.True(double.IsNaN(ChanceTests.Share(0, 0, 0.5)));
        Assert.True(double.IsNaN(ChanceTests.Share(1, 2, 0)));
    }

    [Fact]
    public void A_balance_is_tested_by_turning_signs()
    {
        // By hand: ±1 four times is 4 in 2 of 16 patterns; ±2 ±1 is 3 in 2 of 4; 3 − 3 is as even as can be.
        Assert.Equal(0.125, ChanceTests.Balance([1, 1, 1, 1]), 1e-12);
        Assert.Equal(0.5, ChanceTests.Balance([2, 1]), 1e-12);
        Assert.Equal(1, ChanceTests.Balance([3, -3]), 1e-12);
        Assert.True(double.IsNaN(ChanceTests.Balance([0, 0])));
        // By hand: 30 ones sum to 30, z = 30/√30 = 5.477; 2 Φ(−5.477) = 4.3e-8.
        Assert.InRange(ChanceTests.Balance([.. Enumerable.Repeat(1, 30)]), 4.2e-8, 4.4e-8);
    }

    [Fact]
    public void Waits_are_compared_by_rank_and_weeks_by_their_spread()
    {
        // By hand: U = 0, mean 12.5, variance 25/12 · 11: z = 12/4.787 = 2.507, p = 0.0122.
        Assert.Equal(0.0122, ChanceTests.Longer([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]), 1e-4);
        Assert.True(double.IsNaN(ChanceTests.Longer([1, 2, 3, 4], [6, 7, 8, 9, 10])));
        Assert.True(double.IsNaN(ChanceTests.Longer([1, 1, 1, 1, 1], [1, 1, 1, 1, 1])));
        // By hand: all alike χ² = 0; all in one of four weeks χ² = (36 + 3 · 4)/2 = 24 on 3 degrees, tail 2.5e-5 (table: 16.27 is 0.001).
        Assert.Equal(0, ChanceTests.Evenness([2, 2, 2, 2]), 1e-12);
        Assert.InRange(ChanceTests.Evenness([8, 0, 0, 0]), 4.9e-5, 5.1e-5);
        Assert.True(double.IsNaN(ChanceTests.Evenness([1, 2, 3])));
    }
}
