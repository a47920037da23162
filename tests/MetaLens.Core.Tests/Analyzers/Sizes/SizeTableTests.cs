using MetaLens.Analyzers.Frequency;
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

    // By hand: ann sends 10 to bob and cy and 30 to herself; bob sends 20 to ann.
    [Fact]
    public void What_was_received_is_measured_on_demand()
    {
        var log = new MessageLogBuilder();
        foreach (var (from, to, size) in new[] { ("ann", "bob cy", 10), ("ann", "ann", 30), ("bob", "ann", 20) })
            log.Add(new MessageRecord { SentAt = log.Count * 1000, Sender = log.Actor(from), Recipients = [.. to.Split(' ').Select(name => log.Actor(name))], Size = size });
        var seen = Lens.None.Observe(log.Build());
        Assert.Equal([(1, 20L), (1, 10L), (1, 10L)], SizeTable.Of(seen, Direction.Received).Select(s => (s.Messages, s.TotalBytes)));
        Assert.Equal([(3, 60L), (2, 30L), (1, 10L)], SizeTable.Of(seen, Direction.Both).Select(s => (s.Messages, s.TotalBytes)));
    }
}
