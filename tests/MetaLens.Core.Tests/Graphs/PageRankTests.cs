using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class PageRankTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx(string data)
    {
        var reference = References.Of(data);
        reference.AssertEqual("pagerank_weighted", PageRank.Of(reference.Directed));
        reference.AssertEqual("pagerank_unweighted", PageRank.Of(reference.Directed, new() { Weight = TieWeight.Unweighted }));
        reference.AssertEqual("reverse_pagerank_weighted", PageRank.Of(reference.Directed, new() { Reverse = true }));
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Scores_are_positive_and_add_to_1(string ties)
    {
        var scores = PageRank.Of(SmallGraphs.Directed(ties));
        Assert.All(scores, s => Assert.True(s > 0));
        Assert.Equal(scores.Length == 0 ? 0 : 1, scores.Sum(), 1e-12);
    }

    [Fact]
    public void One_tie_by_hand()
    {
        // a = 0.15/2 + 0.85 b/2, b = a + 0.85 a with a + b = 1: a = 1/2.85.
        Assert.Equal(1 / 2.85, PageRank.Of(SmallGraphs.Directed("a>b"))[0], 1e-12);
    }

    [Fact]
    public void A_damping_of_1_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new PageRankOptions { Damping = 1 });
}
