using MetaLens.Analyzers.Conversations;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Conversations;

/// <summary>Expected numbers by hand.</summary>
public class SessionFinderTests
{
    const long Hour = 3_600_000;

    static readonly Observation Talk = Logs.Seen(
        ("ann", "bob", 0), ("bob", "ann", 60), ("ann", "bob", 180), ("ann", "cy", 200), ("bob", "ann", 180 + 3600), ("ann", "bob", 180 + 3600 + 3599));

    [Fact]
    public void A_reply_within_an_hour_belongs_to_the_conversation_and_one_after_exactly_an_hour_does_not()
    {
        var sessions = SessionFinder.Of(Talk, MessageThreads.Of(Talk), Hour);
        Assert.Equal([(3, 2, 180_000L), (2, 1, 3_599_000L), (1, 0, 0L)], sessions.Select(s => (s.Messages, s.Turns, s.End - s.Start)));
        Assert.Equal(["ann", "bob", "ann"], sessions.Select(s => Talk.NameOf(s.Initiator!.Value)));
    }

    [Fact]
    public void Delays_run_from_the_message_before_and_initiative_counts_sessions()
    {
        var all = ResponseTable.Of(Talk, MessageThreads.Of(Talk), Hour);
        var ann = all[0];
        Assert.Equal((2, (120 + 3599) / 2.0, 1, 60.0), (ann.Replies, ann.MedianDelaySeconds, ann.RepliesReceived, ann.MedianDelayOfOthersSeconds));
        Assert.Equal((3, 2 / 3.0), (ann.Sessions, ann.ShareInitiated));
        Assert.True(ann.Asymmetry > 0);
    }

    [Fact]
    public void Sessions_hold_every_message_once_whatever_the_gap()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var seen = Lens.None.Observe(Logs.Random(seed));
            var threads = MessageThreads.Of(seen);
            foreach (var gap in new[] { 1, Hour, 1000 * Hour })
                Assert.Equal(seen.Count, SessionFinder.Of(seen, threads, gap).Sum(s => s.Messages));
            Assert.Equal(threads.Count, SessionFinder.Of(seen, threads, long.MaxValue).Count);
        }
    }

    // Planted: log10 gaps normal around 30 s and 12 h, each with deviation 0.4; the even point of equal shares is their geometric mean, 1138 s.
    [Fact]
    public void The_boundary_between_planted_gaps_is_found()
    {
        var random = new Random(5);
        var gaps = Enumerable.Range(0, 4000).Select(i => Math.Pow(10, (i % 2 == 0 ? Math.Log10(30) : Math.Log10(43_200)) + 0.4 * MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1))).ToArray();
        var fit = GapMixtureFitter.Fit(gaps, seed: 1)!;
        Assert.InRange(fit.BoundarySeconds, 1138 / 1.2, 1138 * 1.2);
        Assert.InRange(fit.ShareShort, 0.48, 0.52);
        Assert.InRange(1138, fit.LowSeconds, fit.HighSeconds);
    }

    [Fact]
    public void Too_few_gaps_have_no_estimate() => Assert.Null(GapMixtureFitter.Fit([1, 2, 3], seed: 1));
}
