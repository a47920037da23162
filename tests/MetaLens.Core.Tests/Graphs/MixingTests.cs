using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class MixingTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Assortativity_and_reciprocity_equal_networkx(string data)
    {
        var reference = References.Of(data);
        Assert.Equal(reference.Values.GetProperty("assortativity_undirected").GetDouble(), DegreeAssortativity.Of(reference.Undirected)!.Value, 1e-9);
        Assert.Equal(reference.Values.GetProperty("assortativity_out_in").GetDouble(), DegreeAssortativity.Of(reference.Directed)!.Value, 1e-9);
        Assert.Equal(reference.Values.GetProperty("reciprocity").GetDouble(), Reciprocity.Of(reference.Directed)!.Value, 1e-12);
    }

    [Fact]
    public void Equal_degrees_have_no_assortativity_and_no_ties_no_reciprocity()
    {
        Assert.Null(DegreeAssortativity.Of(SmallGraphs.Undirected("a>b b>c c>a")));
        Assert.Null(DegreeAssortativity.Of(SmallGraphs.Directed("")));
        Assert.Null(Reciprocity.Of(SmallGraphs.Directed("a>a")));
        Assert.Equal(2.0 / 3, Reciprocity.Of(SmallGraphs.Directed("a>b b>a a>c")));
        Assert.Equal((0.25, 0.0, null), (Reciprocity.OfPair(2, 8), Reciprocity.OfPair(0, 5), Reciprocity.OfPair(0, 0)));
    }
}
