using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class BetweennessTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx(string data)
    {
        var reference = References.Of(data);
        reference.AssertEqual("betweenness", Betweenness.Of(reference.Directed));
        reference.AssertEqual("betweenness_undirected", Betweenness.Of(reference.Undirected));
    }

    [Fact]
    public void The_middle_of_a_chain_of_three_lies_on_every_path()
    {
        Assert.Equal([0, 1, 0], Betweenness.Of(SmallGraphs.Undirected("a>b b>c")));
        // One of the two ordered pairs only.
        Assert.Equal([0, 0.5, 0], Betweenness.Of(SmallGraphs.Directed("a>b b>c")));
    }

    [Fact]
    public void An_estimate_keeps_its_bound_and_all_samples_make_it_exact()
    {
        var graph = References.Of("manufacturing").Directed;
        var exact = Betweenness.Of(graph);
        for (var seed = 0; seed < 20; seed++)
        {
            var estimate = Betweenness.Estimate(graph, 50, seed);
            Assert.InRange(estimate.ErrorBound, 0, 1);
            for (var v = 0; v < exact.Length; v++) Assert.InRange(Math.Abs(estimate.Scores[v] - exact[v]), 0, estimate.ErrorBound);
        }
        Assert.Equal(exact, Betweenness.Estimate(graph, graph.NodeCount).Scores);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_betweenness_within_0_and_1(string ties) =>
        Assert.All(Betweenness.Of(SmallGraphs.Directed(ties)), b => Assert.InRange(b, 0, 1));
}
