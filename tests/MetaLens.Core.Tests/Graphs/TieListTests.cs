using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class TieListTests
{
    [Fact]
    public void All_ties_of_a_graph_make_the_graph_again()
    {
        var graph = GraphBuilder.Undirected(Lens.None.Observe(Logs.Random(3)));
        var again = TieList.ToGraph(graph.NodeCount, graph.Ties().Reverse());
        Assert.Equal(graph.Ties(), again.Ties());
        Assert.False(again.IsDirected);
    }

    [Fact]
    public void A_pair_twice_and_a_tie_to_oneself_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TieList.ToGraph(3, [new Tie(0, 1, 1, 0, 0, 0), new Tie(1, 0, 1, 0, 0, 0)]));
        Assert.Throws<ArgumentException>(() => TieList.ToGraph(3, [new Tie(2, 2, 1, 0, 0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TieList.ToGraph(2, [new Tie(0, 2, 1, 0, 0, 0)]));
    }
}
