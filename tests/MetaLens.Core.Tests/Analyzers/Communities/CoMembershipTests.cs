using MetaLens.Analyzers.Communities;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Communities;

public class CoMembershipTests
{
    // By hand: groups {a b c}, {a b d}, {c d e}. a and b share 2 of their 2 and 2, by chance C(2,2)/C(3,2) = 1/3; strength 1/2 + 1/2. a and c share 1 of 2 and 2 of 3: never fewer.
    [Fact]
    public void Who_shares_more_groups_than_chance_comes_first()
    {
        var found = CoMembership.Of(Groups("a b c", "a b d", "c d e"), 500, TestContext.Current.CancellationToken);
        Assert.Equal((0, 1, 2), (found[0].A.Index, found[0].B.Index, found[0].Shared));
        Assert.Equal(1, found[0].Strength, 1e-12);
        Assert.Equal(1, found[0].Likeness, 1e-12);
        Assert.Equal(1.0 / 3, found[0].PValue, 1e-12);
        var other = Assert.Single(found, p => p.A.Index == 0 && p.B.Index == 2);
        Assert.Equal(1, other.PValue, 1e-12);
        Assert.Equal(1.0 / 3, other.Likeness, 1e-12);
    }

    [Fact]
    public void Pairs_and_groups_too_large_join_nobody()
    {
        Assert.Empty(CoMembership.Of(Groups("a b", "a c"), 500, TestContext.Current.CancellationToken));
        Assert.Empty(CoMembership.Of(Groups("a b c d"), 3, TestContext.Current.CancellationToken));
        Assert.Empty(CoMembership.Of(Logs.Seen(), 500, TestContext.Current.CancellationToken));
    }

    static Observation Groups(params string[] members)
    {
        var log = new MessageLogBuilder();
        for (var g = 0; g < members.Length; g++)
        {
            var names = members[g].Split(' ');
            log.Add(new MessageRecord { SentAt = g * 1000, Sender = log.Actor(names[0]), Recipients = [.. names[1..].Select(name => log.Actor(name))], Conversation = log.Conversation($"g{g}") });
        }
        return Lens.None.Observe(log.Build());
    }
}
