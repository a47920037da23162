using System.Diagnostics;
using System.IO.Compression;
using MetaLens.Testing;
using MetaLens.Testing.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>From the .zip that a service sent to the first finding read, as somebody without a manual goes.</summary>
public sealed class FirstScreenTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    // Generous: it says that nobody waits for minutes, not how fast this machine is.
    static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("instagram", 1440, 900)]
    [InlineData("instagram", 390, 844)]
    [InlineData("whatsapp", 1440, 900)]
    [InlineData("whatsapp", 390, 844)]
    public async Task The_finding_of_a_zip_is_in_view_without_scrolling(string format, int width, int height)
    {
        var since = Stopwatch.GetTimestamp();
        var report = _folder.File("report.html");
        var run = await Cli.Run("report", Zip(format), "-o", report);
        Assert.True(run.ExitCode == 0, run.Error);
        await using var open = await browser.Open($"file://{report}", width);
        await open.Page.SetViewportSizeAsync(width, height);
        var finding = await open.Page.Locator("h1").BoundingBoxAsync();
        Assert.NotNull(finding);
        Assert.InRange(finding.Y, 0, height);
        Assert.InRange(finding.Y + finding.Height, 0, height);
        Assert.InRange(finding.X + finding.Width, 0, width);
        // A sentence of people or of messages, not the name of a program.
        Assert.Matches(@"^[^.]{20,}\.", (await open.Page.Locator("h1").InnerTextAsync()).ReplaceLineEndings(" "));
        var paint = await open.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, AtMost);
        TestContext.Current.TestOutputHelper?.WriteLine($"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s in all, first paint {paint:0} ms after opening");
    }

    string Zip(string format)
    {
        var path = _folder.File($"{format}.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, bytes) in SampleExport.Of(format).Files(2000))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
        return path;
    }

    public void Dispose() => _folder.Dispose();
}
