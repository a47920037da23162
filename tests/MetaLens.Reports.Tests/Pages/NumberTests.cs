using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Reports.Languages;
using Xunit;

namespace MetaLens.Reports.Tests.Pages;

/// <summary>What the page says in digits, the JSON says too.</summary>
public class NumberTests
{
    [Theory]
    [InlineData("own", "en")]
    [InlineData("population", "en")]
    [InlineData("few", "en")]
    [InlineData("own", "de")]
    [InlineData("population", "de")]
    [InlineData("few", "de")]
    public async Task Every_number_of_the_page_stands_in_the_JSON(string name, string language)
    {
        var figures = Language.Find(language).Figures;
        var model = ReportModel.From(Sample(name) with { Language = Language.Find(language) });
        using var json = JsonDocument.Parse(model.ToJson());
        var known = new HashSet<string>();
        Gather(json.RootElement, figures, known);
        // Questions, methods and rules are the same in every report, and so are their numbers.
        foreach (var text in (string[])[model.Retention?.Observer ?? "", .. model.Exposure!.Lenses.Select(l => $"{l.Name} {l.ShortName}"), .. model.Exposure.Questions.Select(q => $"{q.Question} {q.Score} {q.ChanceLevel}"), .. model.Exposure.Cells.Select(c => $"{c.Method} {c.Stop}")]) Digits(text, known);
        var html = await ReportRenderer.RenderAsync(model);
        var text1 = WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(html, "<(style|script|svg|head)[^>]*>.*?</\\1>", " ", RegexOptions.Singleline), "<[^>]+>", " "));
        // The day of the news story, the rule of 20, the meaning of "likely", SHA-256.
        string[] own = ["8", "2026", "20", "80", "256"];
        foreach (Match number in Regex.Matches(text1, @"\d[\d,.:]*\d|\d"))
            Assert.True(known.Contains(number.Value) || own.Contains(number.Value), $"{number.Value} in “{text1[Math.Max(0, number.Index - 60)..Math.Min(text1.Length, number.Index + 30)]}”");
    }

    static ReportInput Sample(string name)
    {
        if (name == "population") return SampleReports.Population();
        var own = SampleReports.OwnExport();
        return name == "own" ? own : own with { Exposure = ExposureAnalysis.Measure(own.Log, [LensCatalog.Find("instagram-standard"), LensCatalog.Find("signal-sealed")]) };
    }

    static void Gather(JsonElement element, Figures figures, HashSet<string> known)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject()) Gather(property.Value, figures, known);
                break;
            case JsonValueKind.Array:
                known.Add(figures.Count(element.GetArrayLength()));
                foreach (var item in element.EnumerateArray()) Gather(item, figures, known);
                break;
            case JsonValueKind.String: Digits(element.GetString()!, known); break;
            case JsonValueKind.Number:
                var value = element.GetDouble();
                foreach (var text in (string[])[figures.Number(value), figures.Count((long)value), figures.Percent(value), figures.WholePercent(value), figures.HourOfDay(value), (value * 100).ToString("0", CultureInfo.InvariantCulture)]) Digits(text, known);
                break;
            default: break;
        }
    }

    static void Digits(string text, HashSet<string> known)
    {
        foreach (Match number in Regex.Matches(text, @"\d[\d,.:]*\d|\d")) known.Add(number.Value);
    }

    [Fact]
    public async Task A_log_of_few_people_says_in_every_cell_what_is_in_sight_and_what_is_missing()
    {
        var model = ReportModel.From(Sample("few"));
        var html = await ReportRenderer.RenderAsync(model);
        Assert.DoesNotContain(">no number<", html, StringComparison.Ordinal);
        Assert.Contains("only 13 people", html, StringComparison.Ordinal);
        Assert.Contains("in plain sight", html, StringComparison.Ordinal);
        Assert.Contains("half in sight", html, StringComparison.Ordinal);
        Assert.Contains("no two kinds to compare", html, StringComparison.Ordinal);
    }
}
