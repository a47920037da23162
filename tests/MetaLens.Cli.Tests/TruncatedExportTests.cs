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
