using MetaLens.Analyzers.Forwarding;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Forwarding;

public class ForwardFinderTests
{
    static Observation Seen(params ReadOnlySpan<(string From, string To, long Second, int Bytes)> messages)
    {
        var log = new MessageLogBuilder();
        foreach (var (from, to, second, bytes) in messages) log.Add(new MessageRecord { SentAt = second * 1000, Sender = log.Actor(from), Recipients = [log.Actor(to)], Size = bytes });
        return Lens.None.Observe(log.Build());
    }

    static string[] Found(Observation seen, double chance = 1) =>
        [.. ForwardFinder.Of(seen, 600_000, chance, TestContext.Current.CancellationToken).Select(f => $"{seen.NameOf(f.From)}>{seen.NameOf(f.Via)}>{seen.NameOf(f.To)} {f.Bytes} {f.DelaySeconds} step {f.Step}")];

    [Fact]
    public void An_equal_size_soon_after_is_a_forward_and_paths_are_followed() =>
        Assert.Equal(["a>b>c 777 60 step 1", "b>c>d 777 40 step 2"], Found(Seen(("a", "b", 0, 777), ("b", "c", 60, 777), ("c", "d", 100, 777))));

    [Fact]
    public void A_reply_another_size_a_long_wait_or_an_unknown_size_is_none()
    {
        Assert.Empty(Found(Seen(("a", "b", 0, 777), ("b", "a", 60, 777))));
        Assert.Empty(Found(Seen(("a", "b", 0, 777), ("b", "c", 60, 778))));
        Assert.Empty(Found(Seen(("a", "b", 0, 777), ("b", "c", 601, 777))));
        Assert.Empty(Found(Seen(("a", "b", 0, -1), ("b", "c", 60, -1))));
    }

    // By hand: 4 messages, 3 of 100 bytes: the one other of that size makes f = 1/4, b received one: chance 1 − 3/4 = 0.25.
    [Fact]
    public void A_common_size_is_likely_chance()
    {
        var seen = Seen(("a", "b", 0, 100), ("b", "c", 60, 100), ("x", "y", 70, 100), ("x", "y", 80, 5));
        Assert.Equal(0.25, ForwardFinder.Of(seen, 600_000, 1, TestContext.Current.CancellationToken).Single().Chance, 1e-12);
        Assert.Empty(Found(seen, chance: 0.2));
    }
}
