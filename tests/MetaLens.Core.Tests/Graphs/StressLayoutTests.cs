using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class StressLayoutTests
{
    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Every_node_has_a_place_of_its_own_in_the_unit_square(string ties)
    {
        var graph = SmallGraphs.Directed(ties);
        var at = StressLayout.Of(graph);
        Assert.Equal(graph.NodeCount, at.Length);
        Assert.All(at, p => Assert.True(p.X is >= 0 and <= 1 && p.Y is >= 0 and <= 1));
        Assert.Equal(at.Length, at.Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_picture()
    {
        var graph = SmallGraphs.Random(1);
        Assert.Equal(StressLayout.Of(graph, new() { Seed = 3 }), StressLayout.Of(graph, new() { Seed = 3 }));
        Assert.NotEqual(StressLayout.Of(graph, new() { Seed = 3 }), StressLayout.Of(graph, new() { Seed = 4 }));
    }

    [Fact]
    public void A_chain_is_drawn_straight_and_across()
    {
        // By hand: the distances 1 … 5 of a path are met exactly by equal steps on a line, whose long axis lies across.
        var at = StressLayout.Of(SmallGraphs.Directed("a>b b>c c>d d>e e>f"), new() { Rounds = 200 });
        var x = at.Select(p => p.X).Order().ToArray();
        for (var i = 0; i < 6; i++) Assert.Equal(i / 5.0, x[i], 0.02);
        Assert.All(at, p => Assert.Equal(0.5, p.Y, 0.03));
    }

    [Fact]
    public void Tied_nodes_lie_nearer_than_others()
    {
        var graph = GraphBuilder.Undirected(Lens.None.Observe(Logs.CopenhagenSms()));
        var at = StressLayout.Of(graph);
        var random = new Random(1);
        var tied = graph.Ties().Average(t => Apart(t.A, t.B));
        var any = Enumerable.Range(0, 10_000).Average(_ => Apart(random.Next(at.Length), random.Next(at.Length)));
        Assert.True(tied < 0.2 * any, $"{tied} against {any}");

        double Apart(int a, int b) => Math.Sqrt(Math.Pow(at[a].X - at[b].X, 2) + Math.Pow(at[a].Y - at[b].Y, 2));
    }
}
