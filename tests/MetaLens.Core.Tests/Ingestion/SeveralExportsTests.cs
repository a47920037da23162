using System.IO.Compression;
using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>A folder of several exports is read in one go. Counts by hand from the texts below.</summary>
public sealed class SeveralExportsTests : IDisposable
{
    const string Instagram = """{"participants":[{"name":"Ann Lee"},{"name":"Bob"}],"messages":[{"sender_name":"Ann Lee","timestamp_ms":1700000000000,"content":"hi"},{"sender_name":"Bob","timestamp_ms":1700000060000,"content":"hello"}],"thread_path":"inbox/bob_1"}""";
    const string LaterInstagram = """{"participants":[{"name":"Ann Lee"},{"name":"Bob"}],"messages":[{"sender_name":"Bob","timestamp_ms":1700000060000,"content":"hello"},{"sender_name":"Ann Lee","timestamp_ms":1700000120000,"content":"bye"}],"thread_path":"inbox/bob_1"}""";
    const string WhatsApp = "[31.12.23, 23:59:58] Ann: one\n[31.12.23, 23:59:59] Cid: two\n";
    const string Telegram = """{"name":"Dee","type":"personal_chat","id":7,"messages":[{"id":1,"type":"message","date":"2024-01-01T00:00:00","date_unixtime":"1704067200","from":"Dee","from_id":"user7","text":"x","text_entities":[]},{"id":2,"type":"message","date":"2024-01-01T00:00:01","date_unixtime":"1704067201","from":"Ann","from_id":"user1","text":"y","text_entities":[]}]}""";
    const string Table = "sender,recipient,sent_at\nEve,Ann,2024-02-01T10:00:00Z\n";

    readonly string _folder = Directory.CreateTempSubdirectory("metalens-").FullName;

    public SeveralExportsTests()
    {
        Zip("instagram-ann-2023.zip", ("your_instagram_activity/messages/inbox/bob_1/message_1.json", Instagram));
        Write("WhatsApp Chat with Cid.txt", WhatsApp);
        Write("telegram/result.json", Telegram);
        Write("table.csv", Table);
    }

    [Fact]
    public void Four_exports_in_one_folder_are_one_log()
    {
        var (log, report) = Logs.Read(_folder);
        Assert.Equal(["csv", "instagram", "telegram", "whatsapp"], report.Files.Select(f => f.Format).Order(StringComparer.Ordinal));
        Assert.Equal((7, 0L), (log.Count, report.RejectedTotal));
        Assert.Empty(report.Unreadable);
        // Nobody of one export becomes a member of another's chat.
        Assert.Equal(["Ann > Cid", "Cid > Ann"], Exports.Lines(log).Where(l => l.Contains("Cid", StringComparison.Ordinal)).Select(l => l.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Times_without_a_zone_make_the_whole_log_wall_clock_and_are_told()
    {
        var (log, report) = Logs.Read(_folder);
        Assert.Equal(TimeBasis.LocalUnknown, log.TimeBasis);
        Assert.Contains(report.Notes, n => n.Contains("--timezone ZONE makes them one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_two_downloads_of_one_account_both_hold_counts_once(bool packed)
    {
        const string path = "your_instagram_activity/messages/inbox/bob_1/message_1.json";
        if (packed) Zip("instagram-ann-2024.zip", (path, LaterInstagram));
        else Write("instagram-ann-2024/" + path, LaterInstagram);
        var (log, report) = Logs.Read(_folder);
        Assert.Equal((8, 1), (log.Count, report.DuplicatesRemoved));
    }

    // Two forms of one service name people, cut times and measure sizes in their own ways.
    [Theory]
    [InlineData("discord", "discord-package")]
    [InlineData("google-voice", "sms-backup")]
    [InlineData("signal", "signal-export")]
    public void Two_forms_of_one_service_that_cannot_be_compared_are_told(string one, string other)
    {
        (string, byte[])[] Files(string format) => [.. SampleExport.Of(format).Files(4).Select(f => ($"{format}/{f.Path}", f.Bytes))];
        Assert.DoesNotContain(Exports.ReadZip("export.zip", null, Files(one)).Report.Notes, n => n.Contains("counted twice", StringComparison.Ordinal));
        var (log, report) = Exports.ReadZip("export.zip", null, [.. Files(one), .. Files(other)]);
        Assert.Equal((8, 0), (log.Count, report.DuplicatesRemoved));
        Assert.Single(report.Notes, n => n.StartsWith($"Both {one} and {other} were read.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_of_no_known_form_is_named()
    {
        Write("shopping.json", "{\"milk\":2}");
        Write("holiday.jpg", "not data");
        var (_, report) = Logs.Read(_folder);
        Assert.Contains("1 file holds no messages in a form that MetaLens knows, and was not read: shopping.json", report.Notes);
    }

    [Fact]
    public void Broken_exports_are_told_and_the_others_are_read()
    {
        Write("broken.zip", "PK\u0003\u0004 and then nothing");
        Write("msgstore.db", "SQLite format 3\0message chat jid message_media and then nothing");
        Write("undecided/WhatsApp Chat with Fay.txt", "1/2/23, 10:00 - Ann: x\n1/2/23, 10:01 - Fay: y\n");
        var (log, report) = Logs.Read(_folder);
        Assert.Equal(7, log.Count);
        Assert.Equal(report.Unreadable.Count, report.Rejected[RejectReasons.FileUnreadable.Id]);
        Assert.Contains(report.Unreadable, u => u.Contains("broken.zip: found an archive that is cut short or broken", StringComparison.Ordinal));
        Assert.Contains(report.Unreadable, u => u.Contains("--date-order dmy or mdy", StringComparison.Ordinal));
        Assert.All(report.Unreadable, u => Assert.Contains("Mend: ", u));
        Assert.Throws<MessageFormatException>(() => Logs.Read(_folder, new ReadOptions { Strict = true }));
    }

    void Write(string path, string text)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    void Zip(string name, params ReadOnlySpan<(string Path, string Text)> entries)
    {
        using var zip = ZipFile.Open(Path.Combine(_folder, name), ZipArchiveMode.Create);
        foreach (var (path, text) in entries)
        {
            using var stream = zip.CreateEntry(path).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
