using MetaLens.Analyzers.Communities;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Communities;

public class CommunityChangesTests
{
    [Fact]
    public void Circles_that_stay_agree_wholly_and_circles_that_are_dealt_anew_by_chance()
    {
        var stays = Assert.Single(CommunityChanges.Of(Circles(p => p / 8), 2, TieWeight.LogMessages, 9, 0, TestContext.Current.CancellationToken));
        Assert.Equal(24, stays.Parties);
        Assert.Equal(1, stays.Agreement, 1e-9);
        Assert.Equal(1, stays.RandIndex, 1e-9);
        // By hand: none of 180 deals is as good.
        Assert.Equal(1 / 181.0, stays.PValue, 1e-12);
        var dealt = Assert.Single(CommunityChanges.Of(Circles(p => p % 3), 2, TieWeight.LogMessages, 9, 0, TestContext.Current.CancellationToken));
        Assert.InRange(dealt.Agreement, -0.2, 0.2);
        Assert.InRange(dealt.PValue, 0.05, 1);
    }

    [Fact]
    public void Too_few_messages_for_the_stretches_have_no_change()
    {
        Assert.Empty(CommunityChanges.Of(Logs.Seen(("a", "b", 1)), 2, TieWeight.Messages, 1, 0, TestContext.Current.CancellationToken));
        var notes = Assert.Single(CommunityChanges.Of(Logs.Seen(("a", "a", 1), ("a", "a", 2)), 2, TieWeight.Messages, 1, 0, TestContext.Current.CancellationToken));
        Assert.True(double.IsNaN(notes.Agreement));
        Assert.Equal(1, notes.PValue);
    }

    [Fact]
    public void Parts_of_communities_are_named_within_what_they_are_part_of()
    {
        // By hand: {0 1 2} and {3 4 5} are as large, so the smaller node decides; {0 1} is larger than {2}.
        var paths = Partition.Paths([Partition.Of([0, 0, 1, 2, 2, 2]), Partition.Of([0, 0, 0, 1, 1, 1])]);
        Assert.Equal(["0.0", "0.0", "0.1", "1.0", "1.0", "1.0"], paths);
    }

    // 24 people in three circles of eight who all write to each other; later the circles are as said.
    static Observation Circles(Func<int, int> later)
    {
        var messages = new List<(string, string, long)>();
        foreach (var (circle, start) in ((Func<int, int>, long)[])[(p => p / 8, 0), (later, 1_000_000)])
            for (var a = 0; a < 24; a++)
                for (var b = 0; b < 24; b++)
                    if (a != b && circle(a) == circle(b)) messages.Add(($"p{a:00}", $"p{b:00}", start + messages.Count));
        return Logs.Seen([.. messages]);
    }
}
