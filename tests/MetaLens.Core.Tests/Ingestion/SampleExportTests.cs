using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>Exports of any length that the throughput of every importer is measured on: whole, they read whole; cut anywhere, they give what came before.</summary>
public class SampleExportTests
{
    // Databases and captures are no text: they are read by SQLite or by records of known length.
    static readonly string[] Binary = ["whatsapp-db", "imessage", "pcap"];

    public static TheoryData<string> Formats => [.. SampleExport.All.Select(s => s.Format)];

    [Fact]
    public void Every_text_format_has_a_sample_to_be_measured_on() =>
        Assert.Equal(MessageFormats.All.Select(f => f.Card.Id).Except(Binary).Order(), SampleExport.All.Select(s => s.Format).Order());

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_sample_is_recognised_and_every_message_of_it_read(string format)
    {
        const int Messages = 300;
        var (log, report) = Read(SampleExport.Of(format), Messages, cut: 0);
        Assert.All(report.Files, f => Assert.Equal(format, f.Format));
        Assert.Equal((Messages, 0), (log.Count, report.RejectedTotal));
        Assert.True(log.DeliveryCount >= Messages || format == "discord-package", $"{log.DeliveryCount} deliveries");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_cut_short_gives_its_good_part(string format)
    {
        const int Messages = 40;
        var sample = SampleExport.Of(format);
        var whole = Read(sample, Messages, cut: 0).Log;
        var length = sample.Files(Messages).Last().Bytes.Length;
        for (var cut = 1; cut < length / 2; cut += 1 + (length / 60))
        {
            var (log, report) = Read(sample, Messages, cut);
            Assert.InRange(log.Count, Messages / 2 - 3, Messages);
            // A record lost is said so; a cut between two records, or behind what is measured of one, cannot be seen in formats of lines.
            if (log.Count < Messages - 1 && !IsOfLines(format)) Assert.NotEqual(0, report.RejectedTotal);
            for (var i = 0; i < log.Count - 1; i++) Assert.Equal((whole.SentAt[i], whole.Size[i]), (log.SentAt[i], log.Size[i]));
        }
    }

    static bool IsOfLines(string format) => format is "signal" or "signal-export" or "whatsapp" or "mail" or "netflow" or "cdr" or "csv";

    static (MessageLog Log, IngestionReport Report) Read(SampleExport sample, int messages, int cut)
    {
        var files = sample.Files(messages).ToArray();
        files[^1].Bytes = files[^1].Bytes[..^cut];
        return Exports.ReadZip("export.zip", null, files);
    }
}
