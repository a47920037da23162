using MetaLens.Analyzers.Anonymity;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Anonymity;

public class MixEntropyTests
{
    [Fact]
    public void A_batch_hides_among_its_recipients_by_their_shares()
    {
        // By hand: a a b c: −(½ log2 ½ + 2 · ¼ log2 ¼) = 1.5 bits; the rest of one has none.
        var seen = Logs.Seen(("x", "a", 0), ("y", "a", 1), ("z", "b", 2), ("x", "c", 3), ("x", "a", 4));
        Assert.Equal([1.5, 1.5, 1.5, 1.5, 0], MixEntropy.Batch(seen, 4));
    }

    [Fact]
    public void A_message_alone_in_a_Poisson_mix_is_found()
    {
        var seen = Logs.Seen([.. Enumerable.Range(0, 50).Select(i => ("x", $"r{i}", i * 100_000))]);
        Assert.All(MixEntropy.Poisson(seen, meanDelay: 1000, tracked: 50, seed: 1), h => Assert.Equal(0, h, 6));
    }

    [Fact]
    public void A_busy_Poisson_mix_hides_a_message_among_e_times_those_it_holds()
    {
        // One delivery a second, held for 50 s on average: 50 inside, and the output that carries the message is geometric with 1/50: H = log2(50 e) nearly.
        var seen = Logs.Seen([.. Enumerable.Range(0, 4000).Select(i => ("x", $"r{i}", i))]);
        var entropies = MixEntropy.Poisson(seen, meanDelay: 50_000, tracked: 4000, seed: 2);
        Assert.Equal(Math.Log2(50 * Math.E), entropies.Order().ElementAt(2000), 0.25);
    }

    [Fact]
    public void Nothing_has_no_entropy() => Assert.Empty(MixEntropy.Batch(Logs.Seen(), 10));
}
