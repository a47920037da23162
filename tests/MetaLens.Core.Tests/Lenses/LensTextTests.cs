using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class LensTextTests
{
    const string Promised = "pad=160,round=1h,hide=sender,delay=30s,batch=100,cover=0.5/h,rotate=7d,retain=30d,receipts=off";

    [Fact]
    public void The_pairs_that_the_command_line_promises_are_read_and_written_alike()
    {
        var lens = LensText.Parse(Promised);
        Assert.Equal<IEnumerable<Protection>>([
            new PadSize(160), new RoundTime(Duration.FromHours(1)), new HideSender(), new RandomDelay(Duration.FromSeconds(30)), new BatchByCount(100), new CoverTraffic(0.5),
            new RotateIdentifiers(Duration.FromDays(7)), new RetainRecent(Duration.FromDays(30)), new ReceiptsOff()], lens.Protections);
        Assert.Equal(Promised, LensText.Format(lens));
    }

    [Fact]
    public void Any_lens_is_read_back_as_it_was_written()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var lens = RandomLenses.Next(random);
            var text = LensText.Format(lens);
            Assert.Equal<IEnumerable<Protection>>(lens.Protections, LensText.Parse(text).Protections);
            Assert.Equal(text, LensText.Format(LensText.Parse(text)));
        }
    }

    [Fact]
    public void Every_lens_of_the_catalogue_can_be_typed()
    {
        foreach (var lens in LensCatalog.All)
            Assert.Equal<IEnumerable<Protection>>(lens.Protections, LensText.Parse(LensText.Format(lens)).Protections);
    }

    [Fact]
    public void No_protection_is_written_none() => Assert.Same(Lens.None, LensText.Parse(" none "));

    [Theory]
    [InlineData("pad=0", "pad=BYTES of 1 … 1,048,576 bytes", "pad=160")]
    [InlineData("pad=1048577", "1 … 1,048,576 bytes", "pad=160")]
    [InlineData("pad=", "cannot be read", "pad=padme")]
    [InlineData("round=0s", "1ms … 366d", "round=1h")]
    [InlineData("round=1x", "1ms … 366d", "round=1h")]
    [InlineData("delay=8d", "1ms … 7d", "delay=30s")]
    [InlineData("batch=1", "2 … 1,000,000 messages", "batch=100")]
    [InlineData("batch=31d", "1ms … 30d", "batch=10m")]
    [InlineData("cover=0.5", "0.001/h … 1000/h", "cover=0.5/h")]
    [InlineData("cover=2000/h", "0.001/h … 1000/h", "cover=0.5/h")]
    [InlineData("receipts=2h", "1ms … 1h", "receipts=off")]
    [InlineData("receipts=1s/0", "1 … 65,536 bytes", "receipts=1s/60")]
    [InlineData("hide=me", "hide=sender", "hide=content")]
    [InlineData("hide", "hide=sender", "hide=content")]
    [InlineData("rotate=500ms", "1s … 36525d", "rotate=7d")]
    [InlineData("since=yesterday", "1970-01-01", "since=2026-01-31")]
    [InlineData("sample=0", "0.0001 … 1", "sample=0.1")]
    [InlineData("sample=NaN", "0.0001 … 1", "sample=0.1")]
    [InlineData("colour=red", "Known are hide, pad, round", "hide=content")]
    [InlineData("", "Known are", "hide=content")]
    public void A_bad_pair_is_named_with_its_range_and_how_to_mend_it(string text, string range, string mend)
    {
        var problem = Assert.Throws<FormatException>(() => LensText.Parse($"round=1h,{text}"));
        Assert.Contains($"'{text}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains(range, problem.Message, StringComparison.Ordinal);
        Assert.Contains(mend, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_card_has_an_example_that_works_and_makes_its_record()
    {
        foreach (var card in ProtectionCatalog.All)
        {
            Assert.IsType(card.Protection, Assert.Single(LensText.Parse(card.Example).Protections));
            Assert.NotEmpty(card.Help);
            Assert.NotEmpty(card.Cost);
            Assert.NotEmpty(card.Source);
        }
        Assert.Distinct(ProtectionCatalog.All.Select(card => card.Example));
    }

    [Fact]
    public void Every_protection_is_in_the_catalogue()
    {
        var records = typeof(Protection).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Protection)) && !type.IsAbstract);
        Assert.Equal(records.OrderBy(type => type.Name), ProtectionCatalog.All.Select(card => card.Protection).Distinct().OrderBy(type => type.Name));
    }

    [Fact]
    public void A_lens_with_more_protections_says_so_in_its_id()
    {
        var lens = LensCatalog.Find("whatsapp").With(new RoundTime(Duration.FromHours(1)));
        Assert.Equal("whatsapp+round=1h", lens.Id);
        Assert.Equal("round=1h", Lens.None.With(new RoundTime(Duration.FromHours(1))).Id);
        Assert.Same(Lens.None, Lens.None.With());
    }
}
