using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.IdentifierLinking;

public class SuccessionLinkingTests
{
    [Fact]
    public void Who_appears_with_the_contacts_of_one_who_fell_silent_is_that_one()
    {
        var seen = Logs.Seen(("old", "a", 0), ("old", "b", 10), ("c", "a", 20), ("c", "d", 30), ("new", "a", 100), ("new", "b", 110), ("c", "d", 120));
        var rankings = SuccessionLinking.Rank(seen, 1, TestContext.Current.CancellationToken);
        var answer = rankings.Single(r => seen.NameOf(r.Later) == "new");
        Assert.Equal("old", seen.NameOf(answer.Candidates[0].Earlier));
    }

    [Fact]
    public void Nobody_is_found_where_nobody_shares_a_contact() =>
        Assert.Empty(SuccessionLinking.Rank(Logs.Seen(("a", "b", 0), ("c", "d", 10)), 5, TestContext.Current.CancellationToken));

    [Fact]
    public void A_common_change_is_found_where_nobody_outlasts_it()
    {
        var log = Logs.Random(seed: 1, messages: 400, days: 20);
        var rotating = LensText.Parse("rotate=10d").Observe(log);
        Assert.InRange(CommonChange.Find(rotating)!.Value - log.SentAt[0], 9 * 86_400_000L, 11 * 86_400_000L);
        Assert.Null(CommonChange.Find(Lens.None.Observe(log)));
    }
}
