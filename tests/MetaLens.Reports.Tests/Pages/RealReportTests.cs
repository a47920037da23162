using MetaLens.Testing.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Reports.Tests.Pages;

/// <summary>Real records, real browser: no complaint, no request, open to everybody, light.</summary>
public class RealReportTests(RealReports reports) : IClassFixture<RealReports>
{
    const int MostBytes = 2_000_000;

    public static TheoryData<string> Names => RealReports.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_report_of_real_records_has_no_complaint_no_request_and_no_barrier(string name)
    {
        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1440, ColorScheme.Light), (390, ColorScheme.Dark)])
        {
            await using var open = await reports.OpenReal(name, width, scheme);
            await open.Page.EvaluateAsync("document.querySelectorAll('details:not([name])').forEach(d => d.open = true); document.querySelector('details[name]').open = true");
            Assert.Empty(await open.AxeViolations());
            Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(open.Complaints);
            Assert.StartsWith("file://", Assert.Single(open.Requests), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_report_is_light_and_is_on_the_screen_within_a_second(string name)
    {
        var bytes = new FileInfo(await reports.File(name)).Length;
        Assert.True(bytes <= MostBytes, $"{bytes} bytes");
        await using var open = await reports.OpenReal(name);
        // The paint is reported after it is done.
        var paint = await open.Page.EvaluateAsync<double>("""
            () => new Promise(done => { const [ready] = performance.getEntriesByName('first-contentful-paint'); if (ready) done(ready.startTime); else new PerformanceObserver((list, o) => { for (const e of list.getEntriesByName('first-contentful-paint')) { o.disconnect(); done(e.startTime); } }).observe({ type: 'paint', buffered: true }); })
            """);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {bytes / 1000} kB, first paint {paint:0} ms");
        // A second on an idle machine; tests share theirs.
        Assert.True(paint <= 3000, $"{paint} ms");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_keyboard_alone_reaches_every_control(string name)
    {
        await using var open = await reports.OpenReal(name);
        Assert.Empty(await Unreached(open));
    }

    /// <summary>Controls that no press of Tab comes to.</summary>
    static async Task<string[]> Unreached(OpenPage open)
    {
        await open.Page.EvaluateAsync("""
            () => { window.reached = new Set(); document.addEventListener('focusin', e => reached.add(e.target)); }
            """);
        var controls = await open.Page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, summary, input, select, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
        for (var i = 0; i < controls + 2; i++) await open.Page.Keyboard.PressAsync("Tab");
        return await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], button, summary, input, select, [tabindex=\"0\"]')].filter(e => e.checkVisibility() && !reached.has(e)).map(e => e.outerHTML.slice(0, 120))");
    }
}
