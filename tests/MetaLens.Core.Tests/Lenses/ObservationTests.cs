using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class ObservationTests
{
    // By hand.
    [Fact]
    public void Rows_of_some_parties_are_those_they_sent_or_received()
    {
        var seen = Logs.Seen(("ann", "bob", 0), ("cy", "dan", 1), ("bob", "cy", 2), ("dan", "cy", 3));
        var ofBob = seen.RowsOf(new HashSet<int> { seen.Recipient[0] });
        Assert.Equal([seen.SeenAt[0], seen.SeenAt[2]], ofBob.SeenAt.ToArray());
        Assert.Equal(seen.PartyCount, ofBob.PartyCount);
        Assert.Equal(0, seen.RowsOf(new HashSet<int>()).Count);
        Assert.Same(seen, seen.RowsOf(new HashSet<int> { 0, 1, 2, 3 }));
    }
}
