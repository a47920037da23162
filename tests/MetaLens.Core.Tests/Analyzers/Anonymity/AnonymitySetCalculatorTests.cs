using MetaLens.Analyzers.Anonymity;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Anonymity;

public class AnonymitySetCalculatorTests
{
    // By hand, window 10 s: ann sees ann and bob, 1 : 1, effective size 2; bob sees ann, bob and cy's two, 1 : 1 : 2, effective 2^1.5; both messages of cy see bob and cy, 1 : 2; dee is alone.
    // Sizes 2, 3, 2, 2, 1; effective sizes 2, 2.83, 1.89, 1.89, 1: the medians are 2 and that of 1 : 2.
    [Fact]
    public void The_crowd_is_who_wrote_in_the_window()
    {
        var seen = Logs.Seen(("ann", "x", 0), ("bob", "x", 5), ("cy", "x", 12), ("cy", "x", 14), ("dee", "x", 1000));
        var set = AnonymitySetCalculator.Of(seen, 10_000);
        Assert.Equal((2.0, 0.2, 5), (set.MedianSize, set.ShareAlone, set.Messages));
        var oneToTwo = Math.Pow(2, -(1 / 3.0 * Math.Log2(1 / 3.0) + 2 / 3.0 * Math.Log2(2 / 3.0)));
        Assert.Equal(oneToTwo, set.MedianEffectiveSize, 9);
    }

    [Fact]
    public void A_window_over_the_whole_log_holds_everybody_who_writes()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var seen = Lens.None.Observe(Logs.Random(seed));
            var set = AnonymitySetCalculator.Of(seen, long.MaxValue / 4);
            Assert.Equal(seen.Sender.ToArray().Distinct().Count(), set.MedianSize);
            Assert.InRange(set.MedianEffectiveSize, 1, set.MedianSize);
        }
    }
}
