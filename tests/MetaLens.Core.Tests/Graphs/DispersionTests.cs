using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class DispersionTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx(string data)
    {
        var reference = References.Of(data);
        var graph = reference.Undirected;
        var found = Dispersion.Of(graph);
        foreach (var tie in reference.Values.GetProperty("dispersion").EnumerateArray())
        {
            var at = graph.Find(reference.Node(tie[0].GetString()!), reference.Node(tie[1].GetString()!));
            Assert.Equal(tie[2].GetDouble(), found.Absolute[at]);
            Assert.Equal(tie[3].GetDouble(), found.Normalized[at], 1e-12);
        }
    }

    [Fact]
    public void Recursion_follows_the_definition()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var graph = GraphBuilder.ToUndirected(SmallGraphs.Random(seed, actors: 14, messages: 90));
            var found = Dispersion.Of(graph);
            for (var u = 0; u < graph.NodeCount; u++)
            {
                var circle = graph.Neighbours(u).ToArray();
                var x = circle.ToDictionary(v => v, _ => 1.0);
                for (var round = 0; round < 3; round++)
                {
                    var next = new Dictionary<int, double>();
                    foreach (var v in circle)
                    {
                        var common = circle.Where(w => graph.Find(v, w) >= 0).ToArray();
                        var sum = common.Sum(w => x[w] * x[w]);
                        foreach (var s in common)
                            foreach (var t in common)
                                if (s < t && graph.Find(s, t) < 0 && !circle.Any(w => w != v && graph.Find(s, w) >= 0 && graph.Find(t, w) >= 0)) sum += 2 * x[s] * x[t];
                        next[v] = common.Length == 0 ? 0 : sum / common.Length;
                    }
                    x = next;
                }
                foreach (var v in circle) Assert.Equal(x[v], found.Recursive[graph.Find(u, v)], 1e-9 * Math.Max(1, x[v]));
            }
        }
    }

    [Fact]
    public void A_partner_who_knows_two_separate_friends_by_hand()
    {
        // u and v both know s and t, who do not know each other: one pair, two common contacts.
        var graph = SmallGraphs.Undirected("u>v u>s u>t v>s v>t");
        var found = Dispersion.Of(graph);
        var uv = graph.Find(0, 1);
        Assert.Equal((2, 1, 0.5), (found.Embeddedness[uv], found.Absolute[uv], found.Normalized[uv]));
        // One common contact of 3 + 3 others: 1/5.
        Assert.Equal(0.2, NeighbourhoodOverlap.Of(1, 4, 4));
        Assert.Equal(0, NeighbourhoodOverlap.Of(0, 1, 1));
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_dispersion_too(string ties)
    {
        var graph = SmallGraphs.Undirected(ties);
        Assert.Equal(graph.Target.Length, Dispersion.Of(graph).Absolute.Length);
    }
}
