using System.Text.RegularExpressions;
using MetaLens.Testing;
using MetaLens.Testing.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Cli.Tests.Serving;

/// <summary>The live view as its user has it, in a browser.</summary>
public class LivePageTests(Chromium browser) : IClassFixture<Chromium>
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Fact]
    public async Task A_dropped_export_shows_progress_and_becomes_a_report_whose_matrix_follows_the_dials()
    {
        await using var served = await Served.Start("--to", "2025-03-10", "--lens", "instagram-standard", "--lens", "instagram-e2ee-optin");
        await using var open = await browser.Open(served.Address.AbsoluteUri);
        await Drop(open.Page, "messages.csv", await File.ReadAllTextAsync(Village, TestContext.Current.CancellationToken));
        await Assertions.Expect(open.Page.Locator("#work")).ToBeVisibleAsync();
        await open.Page.WaitForURLAsync("**/report");
        Assert.Empty(await open.AxeViolations());

        var contacts = open.Page.Locator(".matrix td[data-lens=yours][data-question=contacts] .word");
        var before = await contacts.TextContentAsync();
        await open.Page.Locator("#dial-sender").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Locator("#dial-round").FocusAsync();
        for (var i = 0; i < 5; i++) await open.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(open.Page.Locator("#dials-result")).ToContainTextAsync("goes from");
        Assert.Equal("to the day", await open.Page.Locator("#value-round").TextContentAsync());
        await Assertions.Expect(contacts).Not.ToHaveTextAsync(before!);
        await open.Page.Locator("button[type=reset]").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#dials-result")).ToContainTextAsync("Nothing is added");
        await Assertions.Expect(contacts).ToHaveTextAsync(before!);

        await open.Page.GetByText("Look at another export").ClickAsync();
        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = "holiday.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[3000]] });
        await Assertions.Expect(open.Page.Locator("#problem")).ToContainTextAsync("holiday.jpg: found no format that MetaLens knows");
        Assert.Empty(open.Complaints);
        Assert.All(open.Requests, r => Assert.StartsWith(served.Address.AbsoluteUri, r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_choice_made_while_the_one_before_is_still_measured_takes_its_place_without_a_complaint()
    {
        await using var served = await Served.Start("--to", "2025-03-10", "--lens", "instagram-standard", "--lens", "instagram-e2ee-optin");
        await using var open = await browser.Open(served.Address.AbsoluteUri);
        await Drop(open.Page, "messages.csv", await File.ReadAllTextAsync(Village, TestContext.Current.CancellationToken));
        await open.Page.WaitForURLAsync("**/report");
        var taken = 0;
        open.Page.RequestFailed += (_, _) => taken++;
        // From within the page: measuring takes tens of milliseconds, and so does a word of the test to the browser.
        await open.Page.EvaluateAsync("""
            async () => {
              for (let i = 0; i < 10; i++) {
                document.getElementById('observer').dispatchEvent(new Event('change'));
                await new Promise(later => setTimeout(later, 5));
              }
            }
            """);
        await Assertions.Expect(open.Page.Locator("#dials-result")).ToContainTextAsync("Nothing is added");
        Assert.InRange(taken, 1, 9);
        Assert.Empty(open.Complaints);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_the_page_that_takes_an_export(int width, ColorScheme scheme)
    {
        await using var served = await Served.Start();
        await using var open = await browser.Open(served.Address.AbsoluteUri, width, scheme);
        Assert.Empty(await open.AxeViolations());
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task The_live_page_speaks_German_from_the_drop_to_the_dials()
    {
        await using var served = await Served.Start("--to", "2025-03-10", "--lens", "instagram-standard", "--lens", "instagram-e2ee-optin", "--language", "de");
        await using var open = await browser.Open(served.Address.AbsoluteUri);
        Assert.Equal("de", await open.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await open.AxeViolations());
        await Drop(open.Page, "messages.csv", await File.ReadAllTextAsync(Village, TestContext.Current.CancellationToken));
        await open.Page.WaitForURLAsync("**/report");
        Assert.Equal("Ihreunten eingestellt", string.Concat(await open.Page.Locator("th[data-lens=yours]").Locator("b, .special").AllTextContentsAsync()));
        await open.Page.Locator("#dial-round").FocusAsync();
        for (var i = 0; i < 5; i++) await open.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("auf den Tag", await open.Page.Locator("#value-round").TextContentAsync());
        await Assertions.Expect(open.Page.Locator("#dials-result")).ToContainTextAsync("Was über alle Fragen bleibt, geht von");
        Assert.Matches(@"^(alles|das meiste|einiges|wenig|nichts)$", await open.Page.Locator(".matrix td[data-lens=yours][data-question=contacts] .word").TextContentAsync() ?? "");
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task Cancel_stops_the_work_and_the_page_takes_another_export()
    {
        await using var served = await Served.Start("--measure-last", "0");
        await using var open = await browser.Open(served.Address.AbsoluteUri);
        await open.Page.SetInputFilesAsync("#files", Village);
        await open.Page.Locator("#cancel").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#problem")).ToContainTextAsync("Cancelled");
        await Assertions.Expect(open.Page.Locator("#work")).ToBeHiddenAsync();
        Assert.Equal("waiting", (await served.Finished()).GetProperty("phase").GetString());
    }

    [Fact]
    public async Task A_chat_that_does_not_say_whose_it_is_asks_and_goes_on_without_a_second_upload()
    {
        await using var served = await Served.Start("--lens", "none");
        await using var open = await browser.Open(served.Address.AbsoluteUri);
        var csv = string.Join('\n', (string[])["[2024-01-05, 10:00:00] Ann: x", "[2024-01-05, 10:01:00] Bob: y", "[2024-01-06, 10:01:00] Ann: z"]);
        await open.Page.SetInputFilesAsync("#files", new FilePayload { Name = "WhatsApp Chat with Bob.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });
        var done = open.Page.WaitForURLAsync("**/report");
        await Task.WhenAny(done, open.Page.Locator("#owner button").First.WaitForAsync());
        if (!done.IsCompleted) await open.Page.Locator("#candidates button").First.ClickAsync();
        await done;
        Assert.Matches(new Regex("3 messages between"), await open.Page.Locator(".subject").TextContentAsync() ?? "");
    }

    [Fact]
    public async Task Another_site_in_the_same_browser_can_neither_read_nor_send()
    {
        await using var served = await Served.Start();
        await using var other = await Served.Start();
        await using var open = await browser.Open(other.Address.AbsoluteUri);
        // Even with the address in its hand: another port is another origin.
        var result = await open.Page.EvaluateAsync<string>("""
            async address => { try { const a = await fetch(address + 'report', { method: 'DELETE', mode: 'no-cors' }); return 'answered ' + a.type; } catch { return 'refused'; } }
            """, served.Address.AbsoluteUri);
        Assert.Equal("refused", result);
    }

    static async Task Drop(IPage page, string name, string text) => await page.EvaluateAsync("""
        ([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name));
          document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        }
        """, new[] { name, text });
}
