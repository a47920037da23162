using MetaLens.Lenses;
using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class PaddingTests
{
    [Theory]
    // Blocks and powers of two by hand.
    [InlineData("pad=160", 0, 160)]
    [InlineData("pad=160", 160, 160)]
    [InlineData("pad=160", 161, 320)]
    [InlineData("pad=1", 7, 7)]
    [InlineData("pad=pow2", 0, 1)]
    [InlineData("pad=pow2", 5, 8)]
    [InlineData("pad=pow2", 4096, 4096)]
    [InlineData("pad=pow2", 1_200_000_000, int.MaxValue)]
    // Padmé by hand: L = 9 has E = 3, S = 2, one zero bit: 10; L = 1000 has E = 9, S = 4, five zero bits: 1024; 1 MiB + 1 has E = 20, S = 5, 2^15 more.
    [InlineData("pad=padme", 0, 0)]
    [InlineData("pad=padme", 2, 2)]
    [InlineData("pad=padme", 8, 8)]
    [InlineData("pad=padme", 9, 10)]
    [InlineData("pad=padme", 1000, 1024)]
    [InlineData("pad=padme", 1025, 1088)]
    [InlineData("pad=padme", 1_048_577, 1_081_344)]
    // Signal: ceil((n + 2)/80) · 80 − 1.
    [InlineData("pad=signal", 0, 79)]
    [InlineData("pad=signal", 78, 79)]
    [InlineData("pad=signal", 79, 159)]
    [InlineData("pad=signal160", 158, 159)]
    [InlineData("pad=signal160", 159, 319)]
    // Unknown stays unknown.
    [InlineData("pad=160", -1, -1)]
    [InlineData("pad=signal", -1, -1)]
    public void A_text_becomes_so_long(string padding, int size, int padded) => Assert.Equal(padded, Padded(padding, size, MessageKind.Text));

    [Theory]
    // Signal's attachments: at least 541; ⌈ln 600 / ln 1.05⌉ = 132 and 1.05^132 = 626.5957…; ⌈ln 10⁶ / ln 1.05⌉ = 284 and 1.05^284 = 1,041,743.83… (bc -l).
    [InlineData(1, 541)]
    [InlineData(541, 541)]
    [InlineData(600, 626)]
    [InlineData(1_000_000, 1_041_743)]
    public void An_attachment_of_Signal_becomes_so_long(int size, int padded) => Assert.Equal(padded, Padded("pad=signal", size, MessageKind.Photo));

    [Fact]
    public void No_padding_shortens_and_Padme_costs_at_most_12_percent()
    {
        for (var size = 1; size < 200_000; size = size * 21 / 20 + 1)
            foreach (var padding in (string[])["pad=160", "pad=pow2", "pad=padme", "pad=signal"])
                foreach (var kind in (MessageKind[])[MessageKind.Text, MessageKind.Photo])
                {
                    var padded = Padded(padding, size, kind);
                    Assert.True(padded >= size);
                    if (padding == "pad=padme") Assert.True(padded <= size * 1.12);
                    if (padding == "pad=pow2") Assert.True(padded < 2 * size);
                }
    }

    [Fact]
    public void The_cost_is_the_bytes_added()
    {
        var log = new MessageLogBuilder();
        foreach (var size in (int[])[100, -1, 200])
            log.Add(new MessageRecord { SentAt = 0, Sender = log.Actor("a"), Recipients = [log.Actor("b")], Size = size });
        Assert.Equal(60 + 120, LensText.Parse("pad=160").Cost(log.Build()).ExtraBytes);
    }

    static int Padded(string padding, int size, MessageKind kind)
    {
        var log = new MessageLogBuilder();
        log.Add(new MessageRecord { SentAt = 0, Sender = log.Actor("a"), Recipients = [log.Actor("b")], Size = size, Kind = kind });
        return LensText.Parse(padding).Observe(log.Build()).Size[0];
    }
}
