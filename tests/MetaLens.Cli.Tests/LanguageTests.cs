using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary><c>--language</c>.</summary>
public class LanguageTests
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Fact]
    public async Task A_report_in_German_says_so_in_the_page_and_in_the_JSON_and_its_sentences_are_the_same_in_both()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("report", Village, "--to", "2025-03-10", "--lens", "none", "--language", "de", "-o", folder.File("bericht.html"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("de", run.Json.GetProperty("language").GetString());
        var page = System.Net.WebUtility.HtmlDecode(await File.ReadAllTextAsync(folder.File("bericht.html"), TestContext.Current.CancellationToken));
        Assert.Contains("<html lang=\"de\">", page, StringComparison.Ordinal);
        Assert.Contains(" Nachrichten zwischen ", run.Json.GetProperty("subject").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.All(run.Json.GetProperty("findings").EnumerateArray(), f => Assert.Contains(f.GetProperty("sentence").GetString()!, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("serve")]
    public async Task A_language_that_nobody_translated_ends_with_2_and_names_those_there_are(string verb)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("report.html");
        var run = await Cli.Run([verb, Village, "--language", "tlh", .. verb == "report" ? (string[])["-o", file] : ["--no-open"]]);
        Assert.Equal((2, "", "metalens: 'tlh' is no language of reports; expected en (English), de (Deutsch).\n"), (run.ExitCode, run.Output, run.Error));
        Assert.False(File.Exists(file));
    }
}
