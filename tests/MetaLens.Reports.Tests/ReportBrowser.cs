using MetaLens.Reports;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Reports.Tests;

/// <summary>A real browser for all tests of the page, and the pages it opens: Debian's Chromium, never one that is downloaded.</summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    const string Chromium = "/usr/bin/chromium";

    readonly string _folder = Directory.CreateTempSubdirectory("metalens-report-").FullName;
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium)) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        await File.WriteAllTextAsync(PathOf("own"), await ReportRenderer.RenderAsync(ReportModel.From(SampleReports.OwnExport())));
        await File.WriteAllTextAsync(PathOf("population"), await ReportRenderer.RenderAsync(ReportModel.From(SampleReports.Population())));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens a sample report ("own", "population") and notes every error on the console and every request but the one for the file.</summary>
    public async Task<OpenReport> Open(string name, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (_browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") is not null) Assert.Fail($"{Chromium} is missing, and on CI it must be there.");
            Assert.Skip("skipped: no Chromium");
        }
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
        var open = new OpenReport(page);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") open.Complaints.Add(message.Text); };
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        await page.GotoAsync($"file://{PathOf(name)}");
        return open;
    }

    string PathOf(string name) => Path.Combine(_folder, name + ".html");
}
