using MetaLens.Attacks.TrafficCorrelation;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.TrafficCorrelation;

public class EventDetectorTests
{
    [Fact]
    public void Downloads_that_follow_uploads_score_and_others_do_not()
    {
        var seen = Logs.Seen([.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? ("a", "b", i * 100L) : ("c", "d", i * 100L))]);
        var scores = EventDetector.Scores(seen, Duration.FromSeconds(1), TestContext.Current.CancellationToken);
        PartyId Party(string name) => Enumerable.Range(0, seen.PartyCount).Select(p => new PartyId(p)).Single(p => seen.NameOf(p) == name);
        // By hand: all 20 uploads match, b has half of all downloads: 20 · ln 2.
        Assert.Equal(20 * Math.Log(2), scores[Party("a")][Party("b")], 9);
        Assert.Single(scores[Party("a")]);
    }

    [Fact]
    public void Nothing_seen_scores_nobody() =>
        Assert.Empty(EventDetector.Scores(Lens.None.Observe(new MetaLens.Messages.MessageLogBuilder().Build()), Duration.FromSeconds(1), TestContext.Current.CancellationToken));
}
