using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class CoreNumbersTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Equal_networkx(string data)
    {
        var reference = References.Of(data);
        reference.AssertEqual("core_number", [.. CoreNumbers.Of(reference.Directed).Select(k => (double)k)]);
    }

    [Fact]
    public void A_triangle_with_a_tail_has_cores_2_and_1() => Assert.Equal([2, 2, 2, 1], CoreNumbers.Of(SmallGraphs.Directed("a>b b>c c>a c>d")));

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_cores_too(string ties)
    {
        var graph = SmallGraphs.Directed(ties);
        Assert.Equal(graph.NodeCount, CoreNumbers.Of(graph).Length);
    }
}
