using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ClosenessTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx(string data)
    {
        var reference = References.Of(data);
        var scores = Closeness.Of(reference.Directed);
        reference.AssertEqual("closeness", scores.WassermanFaust);
        reference.AssertEqual("closeness_plain", scores.Plain);
    }

    [Fact]
    public void A_pair_apart_from_a_chain_of_three_by_hand()
    {
        var scores = Closeness.Of(SmallGraphs.Undirected("a>b b>c x>y"));
        Assert.Equal([2.0 / 3, 1, 2.0 / 3, 1, 1], scores.Plain);
        Assert.Equal([1.0 / 3, 0.5, 1.0 / 3, 0.25, 0.25], scores.WassermanFaust);
        Assert.Equal([0.375, 0.5, 0.375, 0.25, 0.25], scores.Harmonic);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_closeness_within_0_and_1(string ties)
    {
        var scores = Closeness.Of(SmallGraphs.Directed(ties), incoming: false);
        Assert.All([.. scores.Plain, .. scores.WassermanFaust, .. scores.Harmonic], c => Assert.InRange(c, 0, 1));
    }
}
