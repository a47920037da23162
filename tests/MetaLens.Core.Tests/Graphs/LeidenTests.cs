using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class LeidenTests
{
    [Fact]
    public void Two_triangles_joined_by_one_tie_are_two_communities()
    {
        var graph = SmallGraphs.Undirected("a>b b>c c>a d>e e>f f>d c>d");
        var found = Leiden.Of(graph);
        Assert.Equal([3, 3], found.Partition.Sizes);
        // By hand: m = 7, each triangle has 3 ties inside and strength 7: Q = 2·(3/7 − (7/14)²) = 5/14.
        Assert.Equal(5.0 / 14, found.Quality, 1e-12);
        Assert.Equal(found.Quality, PartitionQuality.Modularity(graph, found.Partition), 1e-12);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_communities_too(string ties)
    {
        var graph = SmallGraphs.Directed(ties);
        var found = Leiden.Of(graph);
        Assert.Equal(graph.NodeCount, found.Partition.Group.Length);
        Assert.Equal(graph.NodeCount, found.Partition.Sizes.Sum());
        Assert.Equal(found.Partition.Group, found.Levels[^1].Group);
    }

    [Theory]
    [InlineData(CommunityQuality.Modularity, 1)]
    [InlineData(CommunityQuality.Modularity, 2)]
    [InlineData(CommunityQuality.Cpm, 0.3)]
    public void Communities_are_connected_nested_and_no_node_gains_by_leaving(CommunityQuality quality, double resolution)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var graph = GraphBuilder.ToUndirected(SmallGraphs.Random(seed, actors: 40, messages: 150));
            var options = new LeidenOptions { Quality = quality, Resolution = resolution, Weight = TieWeight.Unweighted, Seed = seed };
            var found = Leiden.Of(graph, options);
            var score = Quality(found.Partition);
            Assert.Equal(score, found.Quality, 1e-12);
            Assert.Equal(found.Partition.Group, Leiden.Of(graph, options).Partition.Group);

            foreach (var members in found.Partition.Members())
            {
                HashSet<int> inside = [.. members], reached = [members[0]];
                var open = new Stack<int>([members[0]]);
                while (open.TryPop(out var v))
                    foreach (var u in graph.Neighbours(v))
                        if (inside.Contains(u) && reached.Add(u)) open.Push(u);
                Assert.Equal(inside.Count, reached.Count);
            }

            for (var level = 1; level < found.Levels.Length; level++)
            {
                var into = new Dictionary<int, int>();
                for (var v = 0; v < graph.NodeCount; v++)
                {
                    var (fine, coarse) = (found.Levels[level - 1].Group[v], found.Levels[level].Group[v]);
                    Assert.Equal(coarse, into.TryGetValue(fine, out var known) ? known : into[fine] = coarse);
                }
            }

            for (var v = 0; v < graph.NodeCount; v++)
                for (var c = 0; c <= found.Partition.Count; c++)
                {
                    var moved = found.Partition.Group.ToArray();
                    moved[v] = c;
                    Assert.True(Quality(Partition.Of(moved)) <= score + 1e-12);
                }

            double Quality(Partition p) => quality == CommunityQuality.Modularity
                ? PartitionQuality.Modularity(graph, p, TieWeight.Unweighted, resolution)
                : PartitionQuality.Cpm(graph, p, TieWeight.Unweighted, resolution);
        }
    }
}
