using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class NaturalCommunitiesTests
{
    [Fact]
    public void Two_cliques_with_a_bridge_are_two_communities_at_the_resolution_that_Newman_s_formula_gives_by_hand()
    {
        var (partition, resolution) = NaturalCommunities.Of(Cliques(count: 2, size: 5), seed: 0, TestContext.Current.CancellationToken);
        Assert.Equal(2, partition.Count);
        Assert.Equal(5, Enumerable.Range(0, 5).Count(v => partition.Group[v] == partition.Group[0]));
        // 21 ties, 20 inside, strengths 21 and 21: 2 · 21²/(4 · 21) = 10.5 expected inside. θ_in = 20/10.5, θ_out = 1/10.5, γ = (19/10.5)/ln 20.
        Assert.Equal(19 / 10.5 / Math.Log(20), resolution, 12);
    }

    [Fact]
    public void A_ring_of_many_small_cliques_is_told_apart_although_modularity_at_resolution_one_joins_neighbours()
    {
        // Fortunato and Barthélemy (2007), doi:10.1073/pnas.0605965104: a ring of 30 cliques of 5 is where modularity pairs cliques.
        var ring = Cliques(count: 30, size: 5);
        Assert.True(Leiden.Of(ring, new LeidenOptions { Resolution = 1 }, TestContext.Current.CancellationToken).Partition.Count < 30);
        var (partition, resolution) = NaturalCommunities.Of(ring, seed: 0, TestContext.Current.CancellationToken);
        Assert.Equal(30, partition.Count);
        Assert.True(resolution > 1);
    }

    [Fact]
    public void A_graph_without_ties_leaves_everybody_alone_at_resolution_one()
    {
        var (partition, resolution) = NaturalCommunities.Of(TieList.ToGraph(4, []), seed: 0, TestContext.Current.CancellationToken);
        Assert.Equal((4, 1.0), (partition.Count, resolution));
    }

    [Fact]
    public void One_clique_stays_one_and_the_same_seed_gives_the_same()
    {
        Assert.Equal(1, NaturalCommunities.Of(Cliques(count: 1, size: 6), seed: 0, TestContext.Current.CancellationToken).Partition.Count);
        var (first, second) = (NaturalCommunities.Of(Cliques(4, 6), seed: 7, TestContext.Current.CancellationToken), NaturalCommunities.Of(Cliques(4, 6), seed: 7, TestContext.Current.CancellationToken));
        Assert.Equal(first.Partition.Group.ToArray(), second.Partition.Group.ToArray());
        Assert.Equal(first.Resolution, second.Resolution);
    }

    // Cliques in a row, closed to a ring from three on, each joined to the next by one tie.
    static CommunicationGraph Cliques(int count, int size)
    {
        var ties = new List<Tie>();
        for (var c = 0; c < count; c++)
        {
            for (var a = 0; a < size; a++)
                for (var b = a + 1; b < size; b++) ties.Add(new Tie((c * size) + a, (c * size) + b, 1, 0, 0, 0));
            var next = (c + 1) % count;
            if (next > c || (count > 2 && next == 0)) ties.Add(new Tie((c * size) + 1, next * size, 1, 0, 0, 0));
        }
        return TieList.ToGraph(count * size, ties);
    }
}
