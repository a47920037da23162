using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class StructuralHolesTests
{
    // By hand. Triangle: p = 1/2 everywhere, each contact (1/2 + 1/2 · 1/2)² twice = 1.125. Star of three: centre 3 · (1/3)², a leaf 1. Two messages to b and one to c: (2/3)² + (1/3)².
    [Theory]
    [InlineData("a>b b>c c>a", 0, 1.125, 1)]
    [InlineData("a>b a>c a>d", 0, 1.0 / 3, 3)]
    [InlineData("a>b a>c a>d", 1, 1, 1)]
    [InlineData("a>b*2 a>c", 0, 5.0 / 9, 2)]
    public void Constraint_is_high_where_contacts_know_each_other(string ties, int node, double constraint, double effectiveSize)
    {
        var found = StructuralHoles.Of(SmallGraphs.Directed(ties), TieWeight.Messages, TestContext.Current.CancellationToken);
        Assert.Equal(constraint, found.Constraint[node], 1e-12);
        Assert.Equal(effectiveSize, found.EffectiveSize[node], 1e-12);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Who_has_no_contact_has_no_constraint(string ties)
    {
        var graph = GraphBuilder.ToUndirected(SmallGraphs.Directed(ties));
        var found = StructuralHoles.Of(graph, TieWeight.Messages, TestContext.Current.CancellationToken);
        for (var v = 0; v < graph.NodeCount; v++)
        {
            Assert.Equal(graph.Degree(v) == 0, double.IsNaN(found.Constraint[v]));
            Assert.InRange(found.EffectiveSize[v], 0, graph.Degree(v));
        }
    }

    // By hand: two of four messages into either community: 1 − (1/4 + 1/4); all into one: 0.
    [Fact]
    public void Participation_tells_ties_within_one_community_from_ties_over_many()
    {
        var graph = SmallGraphs.Directed("a>b*2 a>c a>d e>e");
        var spread = Participation.Of(graph, Partition.Of([0, 0, 1, 1, 2]), TieWeight.Messages);
        Assert.Equal([0.5, 0, 0, 0], spread.Take(4));
        Assert.True(double.IsNaN(spread[4]));
    }
}
