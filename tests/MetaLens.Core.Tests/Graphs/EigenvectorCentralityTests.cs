using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class EigenvectorCentralityTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx_on_the_largest_component(string data)
    {
        var reference = References.Of(data);
        var found = EigenvectorCentrality.Of(reference.Directed);
        foreach (var value in reference.Values.GetProperty("eigenvector_weighted_largest_component").GetProperty("sample").EnumerateObject())
            Assert.Equal(value.Value.GetDouble(), found[reference.Node(value.Name)], 1e-9);
    }

    [Fact]
    public void A_star_gives_its_middle_as_much_as_all_rays_together()
    {
        // By hand: eigenvalue √3, middle 1/√2, rays 1/√6; a bipartite graph, on which an unshifted iteration would swing for ever.
        var scores = EigenvectorCentrality.Of(SmallGraphs.Directed("m>a m>b m>c"));
        Assert.Equal(1 / Math.Sqrt(2), scores[0], 1e-12);
        Assert.All(scores.Skip(1), s => Assert.Equal(1 / Math.Sqrt(6), s, 1e-12));
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_values_within_0_and_1(string ties) => Assert.All(EigenvectorCentrality.Of(SmallGraphs.Directed(ties)), x => Assert.InRange(x, 0, 1));
}
