using MetaLens.Analyzers.Introductions;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Introductions;

public class IntroductionFinderTests
{
    const long Day = 86_400;

    [Fact]
    public void Two_who_meet_after_writing_with_a_third_were_introduced_by_the_one_heard_from_last()
    {
        var seen = Logs.Seen(("x", "y", 0),
            ("host", "ann", 5 * Day), ("bob", "host", 5 * Day + 60), ("old", "ann", 5 * Day - 600), ("bob", "old", 5 * Day - 600), ("ann", "bob", 5 * Day + 300), ("bob", "ann", 5 * Day + 400));
        var found = Assert.Single(IntroductionFinder.Of(seen, Day * 1000), f => f.At == (5 * Day + 300) * 1000);
        Assert.Equal(("ann", "bob", "host", 2), (seen.NameOf(found.A), seen.NameOf(found.B), seen.NameOf(found.Via), found.Candidates));
    }

    [Fact]
    public void What_lies_longer_ago_than_the_window_introduces_nobody()
    {
        var seen = Logs.Seen(("x", "y", 0), ("host", "ann", 5 * Day), ("host", "bob", 5 * Day), ("ann", "bob", 7 * Day));
        Assert.Empty(IntroductionFinder.Of(seen, Day * 1000));
    }
}
