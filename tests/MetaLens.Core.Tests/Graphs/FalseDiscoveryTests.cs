using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class FalseDiscoveryTests
{
    // By hand, four tests: 0.01 · 4/1, 0.03 · 4/2 = 0.06 but the next gives less, 0.04 · 4/3, 0.5.
    [Fact]
    public void Each_value_is_adjusted_by_its_rank_and_what_was_not_tested_does_not_count()
    {
        var adjusted = FalseDiscovery.BenjaminiHochberg([0.01, 0.04, 0.03, double.NaN, 0.5]);
        Assert.Equal(0.04, adjusted[0], 1e-12);
        Assert.Equal(0.16 / 3, adjusted[1], 1e-12);
        Assert.Equal(0.16 / 3, adjusted[2], 1e-12);
        Assert.True(double.IsNaN(adjusted[3]));
        Assert.Equal(0.5, adjusted[4], 1e-12);
        Assert.Empty(FalseDiscovery.BenjaminiHochberg([]));
    }
}
