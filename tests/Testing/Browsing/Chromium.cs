using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Testing.Browsing;

/// <summary>A real browser for the tests of a class: Debian's Chromium, never one that is downloaded.</summary>
public class Chromium : IAsyncLifetime
{
    const string Program = "/usr/bin/chromium";

    // What a busy machine may need; a test that passes does not wait for it.
    const float PatienceMs = 60_000;

    IPlaywright? _playwright;
    IBrowser? _browser;

    public virtual async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens an address and notes every error on the console and every request.</summary>
    public async Task<OpenPage> Open(string address, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        if (_browser is null)
        {
            if (Environment.GetEnvironmentVariable("CI") is not null) Assert.Fail($"{Program} is missing, and on CI it must be there.");
            Assert.Skip("skipped: no Chromium");
        }
        var page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = scripts });
        var open = new OpenPage(page);
        page.SetDefaultTimeout(PatienceMs);
        page.Console += (_, message) => { if (message.Type is "error" or "warning") open.Complaints.Add(message.Text); };
        page.PageError += (_, error) => open.Complaints.Add(error);
        page.Request += (_, request) => open.Requests.Add(request.Url);
        await page.GotoAsync(address);
        return open;
    }
}
