using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ConsensusCommunitiesTests
{
    [Fact]
    public void Ten_searches_of_a_companys_mail_agree_on_something_nearly_as_good_as_the_best()
    {
        var graph = References.Of("manufacturing").Undirected;
        var options = new LeidenOptions { Runs = 10 };
        var consensus = ConsensusCommunities.Of(graph, options);
        Assert.InRange(consensus.Quality, 0.97 * Leiden.Of(graph, options).Quality, 1);
        Assert.InRange(consensus.Agreement, 0.5, 1);
        var best = ConsensusCommunities.BestOf(graph, options);
        Assert.Equal(Leiden.Of(graph, options).Partition.Group, best.Partition.Group);
        Assert.InRange(best.Agreement, 0.5, 1);
        Assert.All(consensus.Stability, s => Assert.InRange(s, 0, 1));
        Assert.Equal(consensus.Partition.Group, ConsensusCommunities.Of(graph, options).Partition.Group);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_a_consensus_too(string ties)
    {
        var graph = SmallGraphs.Directed(ties);
        Assert.Equal(graph.NodeCount, ConsensusCommunities.Of(graph, new LeidenOptions { Runs = 3 }).Partition.Group.Length);
    }

    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Leiden_is_at_least_as_good_as_the_best_of_ten_seeds_of_igraph(string data)
    {
        var reference = References.Of(data);
        var best = reference.Values.GetProperty("leiden");
        AssertAsGood("modularity_weighted", new LeidenOptions());
        AssertAsGood("modularity_unweighted", new LeidenOptions { Weight = TieWeight.Unweighted });
        AssertAsGood("modularity_weighted_resolution_3", new LeidenOptions { Resolution = 3 });
        AssertAsGood("cpm_unweighted_0.05", new LeidenOptions { Quality = CommunityQuality.Cpm, Resolution = 0.05, Weight = TieWeight.Unweighted });
        AssertAsGood("cpm_weighted_1", new LeidenOptions { Quality = CommunityQuality.Cpm });

        void AssertAsGood(string name, LeidenOptions options)
        {
            var expected = best.GetProperty(name).GetDouble();
            Assert.InRange(Leiden.Of(reference.Undirected, options with { Runs = 10 }).Quality, expected * 0.999, 1);
        }
    }
}
