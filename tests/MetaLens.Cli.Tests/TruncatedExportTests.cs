using System.IO.Compression;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>An export of 40 messages cut in the middle of its last file, as a download that broke off.</summary>
public sealed class TruncatedExportTests : IDisposable
{
    const int Messages = 40;
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("instagram")]
    [InlineData("messenger")]
    [InlineData("telegram")]
    [InlineData("discord")]
    [InlineData("matrix")]
    [InlineData("slack")]
    [InlineData("xmpp")]
    [InlineData("sms-backup")]
    [InlineData("google-voice")]
    [InlineData("cdr")]
    [InlineData("netflow")]
    [InlineData("discord-package")]
    [InlineData("signal")]
    [InlineData("signal-export")]
    public async Task A_truncated_file_gives_its_good_part_and_exit_1(string format)
    {
        var whole = await Cli.Run("inspect", Export(format, cutHalf: false), "--json");
        Assert.Equal((0, Messages), (whole.ExitCode, whole.Json.GetProperty("messages").GetInt32()));

        var path = Export(format, cutHalf: true);
        var cut = await Cli.Run("inspect", path, "--json");
        Assert.Equal(1, cut.ExitCode);
        Assert.InRange(cut.Json.GetProperty("messages").GetInt32(), (Messages / 2) - 4, (Messages / 2) + 4);
        Assert.Equal(whole.Json.GetProperty("first").GetString(), cut.Json.GetProperty("first").GetString());
        Assert.Equal(1, cut.Json.GetProperty("rejected").GetProperty("truncated").GetInt32());
        Assert.Contains("expected a complete file. Mend: export or download it again; what came before the break is read", cut.Error);

        // Strict reading takes no part for the whole.
        var strict = await Cli.Run("inspect", path, "--json", "--strict");
        Assert.Equal((2, ""), (strict.ExitCode, strict.Output));
    }

    // What a chat or a mailbox cut in its text has lost cannot be seen; the missing line end can, where its service always writes one.
    [Fact]
    public async Task A_last_record_that_may_be_incomplete_is_noted()
    {
        var whole = "sender,recipient,sent_at,size\nann,bob,2024-01-31T10:00:00Z,12\nbob,ann,2024-01-31T10:01:00Z,345\n";
        Assert.DoesNotContain("line end", (await Cli.Run("inspect", _folder.File("whole.csv", whole))).Output);
        foreach (var (file, text) in ((string, string)[])[("cut.csv", whole[..^2]), ("cut.mbox", "From - Fri Aug 23 02:32:53 2002\nFrom: a@x.org\nTo: b@x.org\nDate: Fri, 23 Aug 2002 02:32:53 -0400\n\nHello wor")])
        {
            var run = await Cli.Run("inspect", _folder.File(file, text));
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("note            A file does not end with a line end: if it was cut short, its last record may be incomplete.", run.Output);
        }
    }

    [Theory]
    [InlineData("2024-01-31T10:01:00Z")]
    [InlineData("2024-01-3")]
    [InlineData("\"bob")]
    public async Task A_table_cut_inside_its_last_row_gives_the_rows_before(string last)
    {
        var table = _folder.File("cut.csv", $"sender,recipient,sent_at,size\nann,bob,2024-01-31T10:00:00Z,12\nbob,ann,{last}");
        var run = await Cli.Run("inspect", table, "--json");
        Assert.Equal((1, 1, 1), (run.ExitCode, run.Json.GetProperty("messages").GetInt32(), run.Json.GetProperty("rejected_total").GetInt32()));
        Assert.Equal(last[0] == '"' ? "quote-broken" : "truncated", run.Json.GetProperty("rejected").EnumerateObject().Single().Name);
        // A row in the middle that leaves out what nobody needs is whole.
        Assert.Equal(0, (await Cli.Run("inspect", _folder.File("whole.csv", "sender,recipient,sent_at,size\nbob,ann,2024-01-31T10:01:00Z\nann,bob,2024-01-31T10:00:00Z,12\n"))).ExitCode);
    }

    [Fact]
    public async Task A_message_cut_inside_its_header_is_not_taken()
    {
        var mail = "From - Fri Aug 23 02:32:53 2002\nFrom: a@x.org\nTo: b@x.org\nDate: Fri, 23 Aug 2002 02:32:53 -0400\n\nHello\n\n";
        var run = await Cli.Run("inspect", _folder.File("cut.mbox", $"{mail}{mail[..60]}"), "--json");
        Assert.Equal((1, 1), (run.ExitCode, run.Json.GetProperty("messages").GetInt32()));
        Assert.Equal(1, run.Json.GetProperty("rejected").GetProperty("truncated").GetInt32());
    }

    string Export(string format, bool cutHalf)
    {
        var path = _folder.File($"{format}-{(cutHalf ? "cut" : "whole")}.zip");
        var files = SampleExport.Of(format).Files(Messages).ToArray();
        if (cutHalf) files[^1].Bytes = files[^1].Bytes[..(files[^1].Bytes.Length / 2)];
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
