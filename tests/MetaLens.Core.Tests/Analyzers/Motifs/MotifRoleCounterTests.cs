using MetaLens.Analyzers.Motifs;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Motifs;

public class MotifRoleCounterTests
{
    // By hand: a → b, b → c, c → a within δ is one triangle: a first sender, b first recipient and relay, c third.
    [Fact]
    public void A_ring_of_three_is_one_triangle()
    {
        var roles = MotifRoleCounter.Of(Logs.Seen(("a", "b", 0), ("b", "c", 10), ("c", "a", 20)), 20_000, TestContext.Current.CancellationToken);
        Assert.Equal((1L, 1L, 1L), (roles[0].Counts[5], roles[1].Counts[6], roles[2].Counts[7]));
        Assert.Equal((1L, 0L, 0L), (roles[1].Relays, roles[1].Replies, roles[0].Broadcasts));
        Assert.All(MotifRoleCounter.Of(Logs.Seen(("a", "b", 0), ("b", "c", 10), ("c", "a", 20)), 19_999, TestContext.Current.CancellationToken), r => Assert.All(r.Counts, n => Assert.Equal(0, n)));
    }

    // By hand: ping, reply, ping; then a star: a → b, a → c, a → b.
    [Fact]
    public void Pairs_and_stars_are_told_apart()
    {
        var pair = MotifRoleCounter.Of(Logs.Seen(("a", "b", 0), ("b", "a", 1), ("a", "b", 2)), 10_000, TestContext.Current.CancellationToken);
        Assert.Equal((1L, 1L, 1L), (pair[0].Counts[0], pair[1].Counts[1], pair[1].Replies));
        var star = MotifRoleCounter.Of(Logs.Seen(("a", "b", 0), ("a", "c", 1), ("a", "b", 2)), 10_000, TestContext.Current.CancellationToken);
        Assert.Equal((1L, 1L, 1L, 1L), (star[0].Counts[2], star[1].Counts[3], star[2].Counts[4], star[0].Broadcasts));
        // Nothing is before anything else at one instant.
        Assert.All(MotifRoleCounter.Of(Logs.Seen(("a", "b", 0), ("b", "a", 0), ("a", "b", 0)), 10_000, TestContext.Current.CancellationToken), r => Assert.All(r.Counts, n => Assert.Equal(0, n)));
    }

    // Every motif has one first sender, one first recipient and, with three parties, one third: the sums are the motif counts, which are checked against SNAP's.
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3)]
    public void Roles_add_up_to_the_motif_counts(int seed)
    {
        var seen = Lens.None.Observe(Logs.Random(seed, actors: 8, messages: 300, days: 2));
        var delta = Duration.FromHours(2);
        var counts = TemporalMotifs.Of(seen, delta, MotifOrder.Strict, TestContext.Current.CancellationToken);
        var roles = MotifRoleCounter.Of(seen, (long)delta.TotalMilliseconds, TestContext.Current.CancellationToken);
        var ofPairs = new long[4];
        for (var row = 1; row <= 6; row++)
            for (var column = 1; column <= 6; column++) ofPairs[MotifCounts.PairsOf(row, column)] += counts[row, column];
        long Sum(int place) => roles.Sum(r => r.Counts[place]);
        Assert.Equal([ofPairs[1], ofPairs[1], ofPairs[2], ofPairs[2], ofPairs[2], ofPairs[3], ofPairs[3], ofPairs[3]], Enumerable.Range(0, 8).Select(Sum));
        Assert.Equal(Enumerable.Range(1, 6).Sum(c => counts[4, c]), roles.Sum(r => r.Broadcasts));
        Assert.Equal(Enumerable.Range(1, 6).Sum(c => counts[2, c]), roles.Sum(r => r.Relays));
        Assert.Equal(Enumerable.Range(1, 6).Sum(c => counts[5, c]), roles.Sum(r => r.Replies));
    }
}
