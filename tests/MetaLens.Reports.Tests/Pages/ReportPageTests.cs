using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Reports.Tests.Pages;

/// <summary>The page as a reader's browser has it.</summary>
public class ReportPageTests(ReportBrowser browser) : IClassFixture<ReportBrowser>
{
    [Theory]
    [InlineData("own")]
    [InlineData("population")]
    public async Task Nothing_is_asked_of_any_network_and_the_browser_has_no_complaint(string name)
    {
        await using var open = await browser.OpenSample(name);
        await open.Page.WaitForTimeoutAsync(200);
        Assert.Empty(open.Complaints);
        var only = Assert.Single(open.Requests);
        Assert.StartsWith("file://", only, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("own", 1440, ColorScheme.Light)]
    [InlineData("own", 390, ColorScheme.Dark)]
    [InlineData("population", 1440, ColorScheme.Dark)]
    [InlineData("population", 390, ColorScheme.Light)]
    [InlineData("own-de", 390, ColorScheme.Light)]
    [InlineData("population-de", 1440, ColorScheme.Dark)]
    public async Task Axe_finds_no_violation_of_WCAG_2_2_AA(string name, int width, ColorScheme scheme)
    {
        await using var open = await browser.OpenSample(name, width, scheme);
        // Closed folds would hide from the checker what is in them.
        await open.Page.EvaluateAsync("document.querySelectorAll('details:not([name])').forEach(d => d.open = true); document.querySelector('details[name]').open = true");
        Assert.Empty(await open.AxeViolations());
    }

    [Theory]
    [InlineData("own", 390)]
    [InlineData("population", 390)]
    [InlineData("own", 320)]
    [InlineData("population", 1440)]
    [InlineData("own-de", 320)]
    [InlineData("population-de", 390)]
    public async Task Nothing_scrolls_sideways_but_the_matrix(string name, int width)
    {
        await using var open = await browser.OpenSample(name, width);
        await open.Page.EvaluateAsync("document.querySelectorAll('details:not([name])').forEach(d => d.open = true)");
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Names_stay_text_whatever_is_in_them()
    {
        await using var open = await browser.OpenSample("own");
        Assert.Equal(1, await open.Page.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("document.querySelectorAll('[onmouseover], bdi b').length"));
        var text = await open.Page.EvaluateAsync<string>("document.body.textContent");
        Assert.Contains(SampleReports.Script, text, StringComparison.Ordinal);
        Assert.Contains(SampleReports.RightToLeft, text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_never_leaves_its_picture()
    {
        foreach (var (name, width) in new[] { ("own", 1440), ("own", 390), ("population", 1440), ("population", 390), ("own-de", 1440), ("own-de", 390), ("population-de", 1440), ("population-de", 390) })
        {
            await using var open = await browser.OpenSample(name, width);
            var outside = await open.Page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll('svg.chart text')].filter(t => t.getClientRects().length).filter(t => {
                  const a = t.getBoundingClientRect(), b = t.ownerSVGElement.getBoundingClientRect();
                  return a.width > 0 && (a.left < b.left - 1 || a.right > b.right + 1 || a.top < b.top - 2 || a.bottom > b.bottom + 3);
                }).map(t => t.ownerSVGElement.parentElement.parentElement.id + ': ' + t.textContent)
                """);
            Assert.Empty(outside);
        }
    }

    [Fact]
    public async Task Every_picture_has_a_name_a_description_and_its_numbers_in_a_table()
    {
        await using var open = await browser.OpenSample("population");
        var figures = await open.Page.EvaluateAsync<int>("document.querySelectorAll('figure').length");
        Assert.True(figures >= 8, $"{figures} pictures");
        Assert.Equal(figures, await open.Page.EvaluateAsync<int>("""
            [...document.querySelectorAll('figure')].filter(f => f.querySelectorAll('tbody tr').length > 0 && [...f.querySelectorAll('svg')].every(s =>
              s.getAttribute('role') === 'img' && s.getAttribute('aria-labelledby').split(' ').every(id => document.getElementById(id)?.textContent.trim().length > 3))).length
            """));
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("[...document.querySelectorAll('[id]')].length - new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"));
    }

    [Fact]
    public async Task The_keyboard_reaches_every_control_and_opens_a_cell()
    {
        await using var open = await browser.OpenSample("population");
        var page = open.Page;
        var controls = await page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], button, summary, input, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
        var reached = new HashSet<string>();
        for (var i = 0; i < controls + 3; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("(e => e === document.body ? '' : [...document.querySelectorAll('*')].indexOf(e) + '')(document.activeElement)"));
        }
        reached.Remove("");
        Assert.Equal(controls, reached.Count);

        var cell = page.Locator(".matrix summary").First;
        await cell.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator(".matrix details[open] .why").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await page.Locator(".matrix details[open]").CountAsync());
    }

    [Fact]
    public async Task Without_script_every_lens_finding_and_number_is_still_there()
    {
        await using var open = await browser.OpenSample("population", scripts: false);
        Assert.Equal(6, await open.Page.Locator(".matrix thead th[data-lens]").Filter(new LocatorFilterOptions { Visible = true }).CountAsync());
        Assert.Equal(8, await open.Page.Locator(".finding .sentence, .untold dd").Filter(new LocatorFilterOptions { Visible = true }).CountAsync());
        Assert.Equal(0, await open.Page.Locator("button:visible").CountAsync());
        await open.Page.Locator("details.numbers summary").First.ClickAsync();
        Assert.True(await open.Page.Locator("details.numbers table").First.IsVisibleAsync());
    }

    [Fact]
    public async Task A_lens_chosen_stands_out_in_the_matrix_and_under_each_finding()
    {
        await using var open = await browser.OpenSample("population");
        await open.Page.Locator("[data-choose=signal-sealed]").ClickAsync();
        var chosen = await open.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('[data-lens].chosen')].map(e => e.dataset.lens))]");
        Assert.Equal(["signal-sealed"], chosen);
        Assert.Equal(await open.Page.Locator(".finding .through").CountAsync(), await open.Page.Locator(".through .chosen").CountAsync());
        await open.Page.Locator("#more-lenses").ClickAsync();
        Assert.True(await open.Page.Locator("th[data-lens='imessage.network']").IsVisibleAsync());
    }

    [Fact]
    public async Task The_retention_slider_shows_what_each_memory_keeps_and_without_script_all_stand_there()
    {
        await using var open = await browser.OpenSample("population");
        var shown = open.Page.Locator(".windows li").Filter(new LocatorFilterOptions { Visible = true });
        Assert.StartsWith("Kept for ever, 3,000 messages", Assert.Single(await shown.AllTextContentsAsync()), StringComparison.Ordinal);
        await open.Page.Locator("#keep").FocusAsync();
        await open.Page.Keyboard.PressAsync("Home");
        Assert.StartsWith("Kept for 1 day, ", Assert.Single(await shown.AllTextContentsAsync()), StringComparison.Ordinal);
        Assert.Equal("1 day", await open.Page.Locator("#kept").TextContentAsync());
        Assert.True(await open.Page.Locator(".matrix.kept td.chosen").CountAsync() > 3);
        await using var plain = await browser.OpenSample("population", scripts: false);
        Assert.True(await plain.Page.Locator(".windows li").Filter(new LocatorFilterOptions { Visible = true }).CountAsync() >= 3);
    }

    [Fact]
    public async Task The_time_brush_shows_the_ties_of_a_span_and_plays_it_and_without_script_all_ties_stand_there()
    {
        await using var open = await browser.OpenSample("population");
        var ties = open.Page.Locator("#circles-picture .wide [data-when]");
        var gone = open.Page.Locator("#circles-picture .wide [data-when].away");
        var all = await ties.CountAsync();
        Assert.Equal(0, await gone.CountAsync());
        await open.Page.Locator(".brush input").Last.FocusAsync();
        await open.Page.Keyboard.PressAsync("Home");
        var first = await ties.EvaluateAllAsync<int>("ties => ties.filter(t => t.dataset.when[0] === '1').length");
        Assert.InRange(first, 1, all - 1);
        Assert.Equal(all - first, await gone.CountAsync());
        Assert.EndsWith($": {first} of {all} ties", await open.Page.Locator(".brush output").TextContentAsync(), StringComparison.Ordinal);
        await open.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Play", Exact = true }).ClickAsync();
        await Assertions.Expect(open.Page.Locator(".brush input").First).Not.ToHaveValueAsync("0");
        await open.Page.Locator(".brush button").ClickAsync();
        Assert.Equal("Play", await open.Page.Locator(".brush button").TextContentAsync());
        Assert.Empty(await open.AxeViolations());
        await using var plain = await browser.OpenSample("population", scripts: false);
        Assert.False(await plain.Page.Locator(".brush").IsVisibleAsync());
        Assert.Equal(all, await plain.Page.Locator("#circles-picture .wide [data-when]").CountAsync());
    }

    [Fact]
    public async Task A_person_searched_for_is_marked_in_every_picture_that_shows_them()
    {
        await using var open = await browser.OpenSample("own");
        await open.Page.FillAsync("#find", "Ben");
        Assert.True(await open.Page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.lit')].map(e => e.closest('figure').id)).size") >= 1);
        Assert.Matches(new Regex("marked in [1-9]"), await open.Page.Locator("#found").TextContentAsync() ?? "");
    }

    [Fact]
    public async Task Enter_on_a_person_and_a_click_in_a_picture_lead_to_what_the_records_say_of_them()
    {
        await using var open = await browser.OpenSample("own");
        await open.Page.FillAsync("#find", "Ben");
        await open.Page.Keyboard.PressAsync("Enter");
        var person = open.Page.Locator("details.person[open]");
        Assert.Equal("Ben", await person.Locator("summary").TextContentAsync());
        Assert.Contains("you", await person.TextContentAsync(), StringComparison.Ordinal);

        var mark = open.Page.Locator("#ties .wide [data-key]").Nth(2);
        await mark.ClickAsync();
        await open.Page.Locator("#their-page").ClickAsync();
        Assert.Equal($"person-{await mark.GetAttributeAsync("data-key")}", await open.Page.Locator("details.person[open]").First.GetAttributeAsync("id"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task A_picture_is_saved_as_SVG_and_as_PNG_and_a_sentence_is_copied()
    {
        await using var open = await browser.OpenSample("population");
        var svg = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("#ties [data-save=svg]").ClickAsync());
        var text = await File.ReadAllTextAsync(await svg.PathAsync());
        Assert.StartsWith("<svg", text, StringComparison.Ordinal);
        Assert.Contains("<style", text, StringComparison.Ordinal);
        var png = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("#ties [data-save=png]").ClickAsync());
        Assert.Equal("PNG"u8.ToArray(), (await File.ReadAllBytesAsync(await png.PathAsync()))[1..4]);
        await open.Page.Locator("[data-copy=headline]").ClickAsync();
        await Assertions.Expect(open.Page.Locator("[data-copy=headline]")).ToHaveTextAsync("Copied");
        Assert.Empty(open.Complaints);
    }
}
