using MetaLens.Analyzers.Sizes;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Sizes;

public class SizeSignsTests
{
    // a writes texts of all lengths, each acknowledged by b at once with 37 bytes; after half of them b reacts with 21 bytes after a minute; a sends one picture of 20,000 bytes six times and other pictures once.
    [Fact]
    public void Receipts_reactions_and_stickers_give_themselves_away_and_texts_do_not()
    {
        var random = new Random(4);
        var log = new MessageLogBuilder();
        var (a, b) = (log.Actor("a"), log.Actor("b"));
        for (var i = 0; i < 200; i++)
        {
            var at = i * 600_000L;
            Add(at, true, random.Next(1, 400));
            Add(at + 1000, false, 37);
            if (i % 2 == 1) continue;
            Add(at + 2000, true, random.Next(1, 400));
            Add(at + 60_000, false, 21);
        }
        for (var i = 0; i < 30; i++) Add(200_000_000L + i * 1000, true, i % 5 == 0 ? 20_000 : 15_000 + 331 * i);
        var signs = SizeSigns.Of(Lens.None.Observe(log.Build()), 20);
        Assert.Equal([(SizeKind.Receipt, 37), (SizeKind.Reaction, 21), (SizeKind.RepeatedFile, 20_000)], signs.Where(s => double.IsFinite(s.Chance)).Select(s => (s.Kind, s.LowestBytes)));
        Assert.All(signs.Where(s => double.IsFinite(s.Chance)), s => Assert.InRange(s.Chance, 0, 0.001));
        Assert.InRange(signs[0].Messages, 200, 203);
        Assert.Equal([SizeKind.ShortText, SizeKind.LongText, SizeKind.SmallFile], signs.Where(s => double.IsNaN(s.Chance)).Select(s => s.Kind));
        Assert.Equal("unspecified", signs[0].Shown);

        void Add(long at, bool isA, int bytes) => log.Add(new MessageRecord { SentAt = at, Sender = isA ? a : b, Recipients = [isA ? b : a], Size = bytes });
    }

    [Fact]
    public void Hidden_sizes_say_nothing_and_one_message_is_of_one_range()
    {
        Assert.Empty(SizeSigns.Of(Logs.Seen(), 20));
        Assert.Equal(SizeKind.ShortText, Assert.Single(SizeSigns.Of(Logs.Seen(("a", "b", 1)), 20)).Kind);
    }

    // All sizes on a few steps, as padding makes them: every step stands out, and none is called a receipt by that alone.
    [Fact]
    public void Padded_texts_are_no_receipts()
    {
        var messages = Enumerable.Range(0, 300).Select(i => (i % 3 == 0 ? "b" : "a", i % 3 == 0 ? "a" : "b", i * 700L)).ToArray();
        Assert.All(SizeSigns.Of(Logs.Seen(messages), 20), s => Assert.NotEqual(SizeKind.Receipt, s.Kind));
    }
}
