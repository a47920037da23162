using System.Text.Json;
using System.Xml;
using AngleSharp.Html.Parser;
using Xunit;

namespace MetaLens.Cli.Tests.Security;

/// <summary>Whatever people call themselves, it is text in every output.</summary>
public class HostileNameTests(HostileExport export) : IClassFixture<HostileExport>
{
    [Fact]
    public async Task In_the_report_a_name_makes_no_element_and_no_handler()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await File.ReadAllTextAsync(export.Report, Stop), Stop);
        Assert.DoesNotContain("alert", Assert.Single(page.QuerySelectorAll("script")).TextContent);
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, link, base, form"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase));
        Assert.All(HostileExport.Names, name => Assert.Contains(name, page.Body!.TextContent));
    }

    [Fact]
    public void In_the_pictures_a_name_is_text()
    {
        var files = Directory.GetFiles(export.Plots, "*.svg");
        Assert.NotEmpty(files);
        var text = "";
        foreach (var file in files)
        {
            var picture = Xml(file);
            Assert.Empty(picture.GetElementsByTagName("script"));
            Assert.Empty(picture.SelectNodes("//@*[starts-with(local-name(), 'on')]")!);
            text += picture.InnerText;
        }
        Assert.Contains("<script>", text);
    }

    [Fact]
    public async Task In_JSON_a_name_is_a_string()
    {
        Assert.Equal("metalens/report/1", JsonDocument.Parse(export.ReportJson).RootElement.GetProperty("schema").GetString());
        var rows = (await Cli.Run("analyze", "ties", export.Folder, "--json")).Json.GetProperty("rows").EnumerateArray();
        Assert.Equal(HostileExport.Names.Append("Ann").Order(StringComparer.Ordinal),
            rows.SelectMany(r => (string[])[r.GetProperty("actor_a").GetString()!, r.GetProperty("actor_b").GetString()!]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("convert")]
    [InlineData("analyze", "ties")]
    [InlineData("analyze", "frequency")]
    public async Task In_CSV_no_cell_is_a_formula(params string[] verb)
    {
        var csv = (await Cli.Run([.. verb, export.Folder, "--csv"])).Output;
        Assert.Contains("=cmd|", csv);
        Assert.DoesNotContain("=cmd|", csv.Replace("'=cmd|", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ties.graphml")]
    [InlineData("ties.gexf")]
    public async Task In_a_graph_file_a_name_reads_back_as_it_was(string name)
    {
        var file = export.File(name);
        Assert.Equal(0, (await Cli.Run("graph", export.Folder, "-o", file)).ExitCode);
        var graph = Xml(file);
        var found = graph.SelectNodes("//text()|//@label")!.Cast<XmlNode>().Select(n => n.Value).ToHashSet();
        Assert.All(HostileExport.Names, n => Assert.Contains(n, found));
    }

    [Fact]
    public async Task In_a_graph_as_CSV_no_cell_is_a_formula()
    {
        var file = export.File("ties.csv");
        await Cli.Run("graph", export.Folder, "-o", file);
        var csv = await File.ReadAllTextAsync(file, Stop);
        Assert.Contains("'=cmd|", csv);
        Assert.DoesNotContain("=cmd|", csv.Replace("'=cmd|", "", StringComparison.Ordinal));
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static XmlDocument Xml(string file)
    {
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var document = new XmlDocument { XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
