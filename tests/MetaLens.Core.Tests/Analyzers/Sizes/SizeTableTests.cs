using MetaLens.Analyzers.Sizes;
using MetaLens.Lenses;
using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Sizes;

public class SizeTableTests
{
    // By hand: 10, 20, 20, 90 of ann; bob's only size is unknown.
    [Fact]
    public void Unknown_sizes_do_not_count()
    {
        var log = new MessageLogBuilder();
        foreach (var (from, size) in new[] { ("ann", 20), ("ann", 90), ("bob", -1), ("ann", 10), ("ann", -1), ("ann", 20) })
            log.Add(new MessageRecord { SentAt = log.Count * 1000, Sender = log.Actor(from), Recipients = [log.Actor("cy")], Size = size });
        var only = Assert.Single(SizeTable.Of(Lens.None.Observe(log.Build())));
        Assert.Equal((4, 140L, 20.0, 90, 0.75), (only.Messages, only.TotalBytes, only.MedianBytes, only.NinetiethBytes, only.DistinctShare));
    }
}
