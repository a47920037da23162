using System.Security.Cryptography;
using System.Text;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>Content of messages comes out of no verb and stays in no file: a word of a message is replaced by one that exists nowhere else, and looked for everywhere.</summary>
public sealed class ContentTests : IDisposable
{
    static readonly string[][] Verbs =
    [
        ["inspect", "SAMPLE"], ["inspect", "SAMPLE", "--json", "--show-values"], ["convert", "SAMPLE"], ["convert", "SAMPLE", "-o", "OUT/messages.csv"], ["analyze", "ties", "SAMPLE"], ["graph", "SAMPLE", "-o", "OUT/ties.graphml"], ["graph", "SAMPLE", "-o", "OUT/ties.gexf"], ["graph", "SAMPLE", "-o", "OUT/ties.csv"],
        ["exposure", "SAMPLE", "--lens", "instagram-standard", "--json"], ["report", "SAMPLE", "-o", "OUT/report.html", "--plots", "OUT/figures", "--json"],
    ];

    const int LargestLeft = 16 << 20;

    readonly TemporaryFolder _folder = new();

    /// <summary>A sample below the shared exports, a word of a message in it, and the format that must read it.</summary>
    public static TheoryData<string, string, string> Samples => new()
    {
        { "instagram/joweich_chat-miner__test_instagram_test_export.json", "Hello Jane!", "instagram" },
        { "messenger/msgvault/json_simple", "See you soon", "messenger" },
        { "messenger/msgvault/e2ee_simple", "Hello", "messenger" },
        { "messenger/msgvault/html_simple", "Hello", "messenger" },
        { "telegram/mlomb_chat-analytics__tests_samples_telegram_DM_2A_7M.json", "hello world", "telegram" },
        { "whatsapp/readme-examples/whatsapp_en_us_android_issue248.txt", "Time change", "whatsapp" },
        { "whatsapp/msgvault/msgstore_mini.db", "sticker-message", "whatsapp-db" },
        { "imessage/macos-ts/chat.db", "Want to grab lunch", "imessage" },
        { "signal/joweich_chat-miner__test_signal_test_export.txt", "Hello John!", "signal-export" },
        { "signal/plaintext-export", "chste Woche!", "signal" },
        { "signal/signal-message-backup-tests/chat_item_standard_message_text_only_01.binproto", "morbi proin", "signal" },
        { "discord/mlomb_chat-analytics__tests_samples_discord_DM_2A_2M.json", "something something", "discord" },
        { "discord/data-package", "my only", "discord-package" },
        { "slack/msgvault-slackdump-standard", "first day", "slack" },
        { "sms/imessage-exporter-redux/15550100001.xml", "hello from test", "sms-backup" },
        { "xmpp/psi_history_example.history", "Hallo!", "xmpp" },
        { "email/mimekit/mbox/simple.mbox.txt", "Hello world", "mail" },
        { "googlevoice/timelinize", "slippers", "google-voice" },
        { "pcap/ndpi/pcap/whatsapp_login_chat.pcap", "iPhone", "pcap" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_word_of_a_message_comes_out_of_no_verb(string sample, string word, string format)
    {
        var marker = Marker(word.Length);
        await NothingHolds(marker, CopyWithMarker(SharedData.Path("exports/" + sample), word, marker), format);
    }

    [Theory]
    [InlineData("export.json", """{"room_name":"t","room_creator":"@a:x","messages":[{"type":"m.room.member","sender":"@a:x","state_key":"@a:x","origin_server_ts":1700000000000,"content":{"membership":"join"}},{"type":"m.room.message","sender":"@b:x","origin_server_ts":1700000000001,"content":{"msgtype":"m.text","body":"MARKER"}}]}""", "matrix")]
    [InlineData("table.csv", "sender,recipient,time,size,subject,text\nann,bob,2024-01-31T10:00:00Z,5,MARKER,MARKER\nbob,ann,2024-02-01T10:00:00Z,6,x,MARKER\n", "csv")]
    [InlineData("ego.csv", "interaction,direction,correspondent_id,datetime,call_duration,antenna_id,text\ncall,in,A_1,2024-01-31 10:00:00,5,7,MARKER\ntext,out,A_1,2024-01-31 11:00:00,,7,MARKER\n", "cdr")]
    [InlineData("flows.csv", "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,payload\n2024-01-31 10:00:00,2024-01-31 10:00:01,1.0,10.0.0.1,10.0.0.2,1024,443,TCP,.AP.SF,0,0,3,400,MARKER\n2024-01-31 10:00:09,2024-01-31 10:00:10,1.0,10.0.0.2,10.0.0.1,443,1024,TCP,.AP.SF,0,0,3,900,MARKER\n", "netflow")]
    [InlineData("mail.eml", "From: ann@x.org\nTo: bob@x.org\nSubject: MARKER\nDate: Fri, 23 Aug 2002 02:32:53 -0400\nMessage-ID: <1@x.org>\n\nMARKER\n", "mail")]
    public async Task Nor_out_of_small_files(string name, string text, string format)
    {
        var marker = Marker(16);
        await NothingHolds(marker, _folder.File(name, text.Replace("MARKER", marker, StringComparison.Ordinal)), format);
    }

    [Fact]
    public void Every_format_is_looked_at()
    {
        var small = typeof(ContentTests).GetMethod(nameof(Nor_out_of_small_files))!.GetCustomAttributes(typeof(InlineDataAttribute), inherit: false).Cast<InlineDataAttribute>().Select(d => (string)d.Data[2]!);
        var looked = Samples.Select(s => s.Data.Item3).Concat(small).ToHashSet();
        Assert.All(Ingestion.MessageFormats.All, f => Assert.Contains(f.Card.Id, looked));
    }

    // Consonants that nobody writes side by side, others in every run, so that nothing of another run is taken for it.
    static string Marker(int length) => string.Concat(RandomNumberGenerator.GetItems<char>("zqxjkvw", length));

    async Task NothingHolds(string marker, string sample, string format)
    {
        var outputs = Directory.CreateDirectory(_folder.File("out")).FullName;
        var start = Directory.GetLastWriteTimeUtc(outputs);
        foreach (var verb in Verbs)
        {
            var run = await Cli.Run([.. verb.Select(v => v.Replace("SAMPLE", sample, StringComparison.Ordinal).Replace("OUT", outputs, StringComparison.Ordinal)), .. (string[])(format == "discord-package" ? ["--me", "Me"] : [])]);
            Assert.True(run.ExitCode is 0 or 1, $"{verb[0]}: {run.Error}");
            Assert.DoesNotContain(marker, run.Output + run.Error, StringComparison.OrdinalIgnoreCase);
            if (verb.Contains("--json") && verb[0] == "inspect") Assert.Equal(format, run.Json.GetProperty("format").GetString());
        }
        string[] written = [.. Directory.GetFiles(outputs, "*", SearchOption.AllDirectories)];
        Assert.Equal(["messages.csv", "report.html", "ties.csv", "ties.gexf", "ties.graphml"], Directory.GetFiles(outputs).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        // Whatever was left in the folder for temporary files since the start, but for the sample itself. Pipes, which have no length, would be waited for.
        var left = new DirectoryInfo(Path.GetTempPath()).EnumerateFileSystemInfos().Where(f => f.LastWriteTimeUtc >= start && f.FullName != _folder.Path)
            .SelectMany(f => f is DirectoryInfo d ? FilesIn(d) : [(FileInfo)f])
            .Where(f => f.LastWriteTimeUtc >= start && f.Exists && f.Length is > 0 and < LargestLeft).Select(f => f.FullName);
        foreach (var file in written.Concat(left)) Assert.False(Holds(file, marker), file);
    }

    static FileInfo[] FilesIn(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFiles("*", new EnumerationOptions { RecurseSubdirectories = true });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another test's or program's, gone meanwhile.
            return [];
        }
    }

    static bool Holds(string file, string marker)
    {
        try
        {
            return File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(marker)) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program's, gone or locked meanwhile.
            return false;
        }
    }

    string CopyWithMarker(string sample, string word, string marker)
    {
        var copy = _folder.File(Path.GetFileName(sample));
        var files = Directory.Exists(sample) ? Directory.GetFiles(sample, "*", SearchOption.AllDirectories) : [sample];
        var replaced = 0;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            for (int at, from = 0; (at = bytes.AsSpan(from).IndexOf(Encoding.UTF8.GetBytes(word))) >= 0; from += at + word.Length, replaced++)
                Encoding.UTF8.GetBytes(marker).CopyTo(bytes, from + at);
            var target = file.Replace(sample, copy, StringComparison.Ordinal);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, bytes);
        }
        Assert.NotEqual(0, replaced);
        return copy;
    }

    public void Dispose() => _folder.Dispose();
}
