using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ClusteringTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equals_networkx_and_igraph(string data)
    {
        var reference = References.Of(data);
        var found = Clustering.Of(reference.Directed);
        reference.AssertEqual("clustering", found.Local);
        reference.AssertEqual("clustering_weighted", found.GeometricMean);
        reference.AssertEqual("clustering_barrat", found.Barrat);
        Assert.Equal(reference.Values.GetProperty("transitivity").GetDouble(), found.Transitivity, 1e-12);
    }

    [Fact]
    public void A_triangle_with_a_tail_by_hand()
    {
        // c has three neighbours, one pair of which is tied. Weights: ab 8, all others 1; the largest is 8, so the triangle counts (8·1·1)^(1/3)/8 = 1/4.
        var found = Clustering.Of(SmallGraphs.Directed("a>b*8 b>c c>a c>d"));
        Assert.Equal([1, 1, 1, 0], found.Triangles);
        Assert.Equal([1, 1, 1.0 / 3, 0], found.Local);
        double[] geometric = [0.25, 0.25, 0.25 / 3, 0], barrat = [1, 1, 1.0 / 3, 0];
        for (var v = 0; v < 4; v++)
        {
            Assert.Equal(geometric[v], found.GeometricMean[v], 1e-12);
            Assert.Equal(barrat[v], found.Barrat[v], 1e-12);
        }
        // Wedges: 1 at a, 1 at b, 3 at c.
        Assert.Equal(0.6, found.Transitivity, 1e-12);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_clustering_within_0_and_1(string ties)
    {
        var found = Clustering.Of(SmallGraphs.Directed(ties));
        Assert.All([.. found.Local, .. found.GeometricMean, .. found.Barrat, found.Transitivity, found.Average], c => Assert.InRange(c, 0, 1));
    }
}
