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
        // Four ever send: 2 bits. H = 1, 1.5, 0.918, 0.918, 0. Likeliest 1/2, 1/2, 2/3, 2/3, 1. Guesses 1.5, 0.5 + 2/4 + 3/4 = 1.75, 4/3, 4/3, 1.
        Assert.Equal(Math.Log2(oneToTwo) / 2, set.MedianDegree, 9);
        Assert.Equal(Math.Log2(1.5), set.MedianMinEntropyBits, 9);
        Assert.Equal(4 / 3.0, set.MedianGuesses, 9);
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

    // Counted anew for each message.
    [Fact]
    public void The_measures_are_those_of_the_window_however_it_moved()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var seen = Lens.None.Observe(Logs.Random(seed));
            const long Window = 6 * 3_600_000;
            double[][] shares = [.. Enumerable.Range(0, seen.Count).Select(i =>
            {
                int[] inside = [.. Enumerable.Range(0, seen.Count).Where(j => Math.Abs(seen.SeenAt[j] - seen.SeenAt[i]) <= Window).Select(j => seen.Sender[j])];
                return inside.GroupBy(s => s).Select(g => (double)g.Count() / inside.Length).OrderDescending().ToArray();
            })];
            var all = Math.Log2(seen.Sender.ToArray().Distinct().Count());
            var set = AnonymitySetCalculator.Of(seen, Window);
            Assert.Equal(Median(shares.Select(p => -p.Sum(x => x * Math.Log2(x)) / all)), set.MedianDegree, 9);
            Assert.Equal(Median(shares.Select(p => -Math.Log2(p[0]))), set.MedianMinEntropyBits, 9);
            Assert.Equal(Median(shares.Select(p => p.Select((x, k) => (k + 1) * x).Sum())), set.MedianGuesses, 9);
        }

        static double Median(IEnumerable<double> values)
        {
            double[] sorted = [.. values.Order()];
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }
}
