using System.Text.RegularExpressions;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Reports.Tests.Languages;

/// <summary>A report of real records in German, in a real browser: German from top to bottom, and open to everybody.</summary>
public partial class GermanReportTests(RealReports reports) : IClassFixture<RealReports>
{
    static readonly Language German = Language.Find("de");

    // Every text a reader can see, hear, or be shown by the script, except what says itself that it is English (a note about a file) and code.
    const string Texts = """
        () => {
          const texts = [];
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style, code, [lang=en]')) texts.push(walker.currentNode.data);
          for (const e of document.querySelectorAll('*')) for (const a of e.attributes) if (/^(aria-label|aria-valuetext|title|alt|placeholder|data-(copied|one|other|nobody|shown|play|stop|more|fewer|words))$/.test(a.name)) texts.push(...a.value.split('|'));
          return [...new Set(texts.map(t => t.replace(/\s+/g, ' ').trim()).filter(t => /\p{L}/u.test(t)))];
        }
        """;

    [Theory]
    [InlineData("collegemsg")]
    [InlineData("instagram")]
    [InlineData("whatsapp")]
    public async Task No_English_sentence_is_left(string name)
    {
        await using var open = await reports.OpenReal(name, language: "de");
        Assert.Equal("de", await open.Page.GetAttributeAsync("html", "lang"));
        var texts = await open.Page.EvaluateAsync<string[]>(Texts);
        Assert.True(texts.Length > 150, $"{texts.Length} texts");
        var whole = new Regex($"^({string.Join('|', Untranslated().Select(s => Pattern(s)))})$");
        var part = new Regex(string.Join('|', Untranslated().SelectMany(Fragments).Distinct().Where(f => !German.Sentences.Values.Any(g => g.Contains(f, StringComparison.Ordinal))).Select(Regex.Escape)));
        var month = new Regex($@"\b({string.Join('|', Language.English["date.months"].Split(' ').Concat(Language.English["date.weekdays"].Split(' ')).Except(German["date.months"].Split(' ')).Where(m => m.Length > 3))})\b");
        string[] english = [.. texts.Where(t => whole.IsMatch(t) || part.IsMatch(t) || month.IsMatch(t))];
        Assert.Empty(english);
    }

    [Fact]
    public void The_walk_over_texts_would_notice_English()
    {
        Assert.Matches($"^({string.Join('|', Untranslated().Select(Pattern))})$", "From 04:00 to 10:00, a quarter of the day, 3,444 of all 59,835 messages are sent (5.8\u00a0%). That is the night.");
        Assert.Contains(" whom the others turn to, and ", Untranslated().SelectMany(Fragments).ToHashSet());
    }

    [Theory]
    [InlineData("collegemsg", 1440, ColorScheme.Light)]
    [InlineData("collegemsg", 390, ColorScheme.Dark)]
    [InlineData("instagram", 390, ColorScheme.Light)]
    [InlineData("whatsapp", 1440, ColorScheme.Dark)]
    public async Task Axe_finds_no_violation_and_long_words_push_nothing_aside(string name, int width, ColorScheme scheme)
    {
        await using var open = await reports.OpenReal(name, width, scheme, "de");
        await open.Page.EvaluateAsync("document.querySelectorAll('details:not([name])').forEach(d => d.open = true); document.querySelector('details[name]').open = true");
        Assert.Empty(await open.AxeViolations());
        Assert.Equal(width, await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(open.Complaints);
    }

    [Fact]
    public async Task The_script_speaks_German_too()
    {
        await using var open = await reports.OpenReal("collegemsg", language: "de");
        await open.Page.FillAsync("#find", "nobody has this name");
        Assert.Equal("niemand dieses Namens in einem Bild", await open.Page.Locator("#found").TextContentAsync());
        Assert.Matches(@"^15\. Apr\. 2004 bis .* von \d+ Beziehungen$", await open.Page.Locator(".brush output").TextContentAsync() ?? "");
        await open.Page.Locator(".brush button").ClickAsync();
        Assert.Equal("Anhalten", await open.Page.Locator(".brush button").TextContentAsync());
        await open.Page.Locator("[data-copy=headline]").ClickAsync();
        await Assertions.Expect(open.Page.Locator("[data-copy=headline]")).ToHaveTextAsync("Kopiert");
    }

    static IEnumerable<string> Untranslated() => Language.English.Sentences.Where(s => German[s.Key] != s.Value).Select(s => s.Value).Where(s => Regex.Replace(s, @"\{[^}|]*\}", "").Any(char.IsLetter));

    /// <summary>What a sentence may read with its values filled in.</summary>
    static string Pattern(string sentence) => string.Concat(Placeholder().Split(Tag().Replace(sentence, "")).Select((text, i) =>
        i % 2 == 0 ? Regex.Escape(text) : text.Contains('|', StringComparison.Ordinal) ? $"({string.Join('|', text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('|').Select(part => Regex.Escape(part).Replace(@"\#", ".+", StringComparison.Ordinal)))})" : ".+"));

    /// <summary>The parts of a sentence between its values that are long enough to be English and nothing else.</summary>
    static IEnumerable<string> Fragments(string sentence) => Placeholder().Split(sentence).Where((_, i) => i % 2 == 0).SelectMany(text => Tag().Split(text)).Where(text => text.Length >= 12 && text.Trim().Contains(' ', StringComparison.Ordinal));

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
