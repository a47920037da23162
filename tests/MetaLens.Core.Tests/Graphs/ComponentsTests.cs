using System.Text.Json;
using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ComponentsTests
{
    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Have_the_sizes_that_networkx_finds(string data)
    {
        var reference = References.Of(data);
        Partition weak = Components.Weak(reference.Directed), strong = Components.Strong(reference.Directed);
        Assert.Equal(reference.Values.GetProperty("weak_component_count").GetInt32(), weak.Count);
        Assert.Equal(reference.Values.GetProperty("weak_components").EnumerateArray().Select(x => x.GetInt32()), weak.Sizes.Take(10));
        Assert.Equal(reference.Values.GetProperty("strong_component_count").GetInt32(), strong.Count);
        Assert.Equal(reference.Values.GetProperty("strong_components").EnumerateArray().Select(x => x.GetInt32()), strong.Sizes.Take(10));
    }

    [Fact]
    public void A_cycle_is_strong_and_what_hangs_on_it_is_not()
    {
        var graph = SmallGraphs.Directed("a>b b>c c>a c>d");
        Assert.Equal([0, 0, 0, 1], Components.Strong(graph).Group);
        Assert.Equal([0, 0, 0, 0], Components.Weak(graph).Group);
    }
}
