using System.Collections.Immutable;
using System.Xml.Linq;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit;

namespace MetaLens.Reports.Tests.Charts;

/// <summary>Every sort of chart, drawn for both widths.</summary>
public class ChartTests
{
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    static readonly ImmutableArray<string> Hours = [.. Enumerable.Range(0, 24).Select(h => $"{h:00}")];

    static readonly Chart[] Charts =
    [
        new BarChart("bars", "Bars", "Some bars.", "messages", [new Bar("Ada", 10, 4), new Bar(SampleReports.Long, 5, 5), new Bar("none", 0, 0)], ("sent", "received")) { Language = Language.English },
        new BarChart("shares", "Shares", "Some shares.", "share of people", [new Bar("<b>&", 0.4, Low: 0.3, High: 0.6)], Share: true) { Language = Language.English },
        new HeatMap("heat", "Heat", "A grid.", "messages", ["Monday", "Tuesday"], Hours, [.. Enumerable.Range(0, 48).Select(i => (double)i)], 3, (10.5, 16.5, "quiet")) { Language = Language.English },
        new Timeline("time", "Time", "A line.", "messages a day", new LocalDate(2004, 4, 15), 1, [.. Enumerable.Range(0, 195).Select(i => (double)(i % 9))], [new TimelineEvent(new LocalDate(2004, 5, 1), "begins"), new TimelineEvent(new LocalDate(2004, 9, 1), "stops")]) { Language = Language.English },
        new NodeLink("net", "Net", "A net.", "messages", [new Node("a", 0, 0, 3, 0), new Node("b", 1, 1, 1, 1), new Node("c", 1, 0, 0, 9)], [new Link(0, 1, 3), new Link(0, 2, 1)]) { Language = Language.English },
        new SlopeChart("slopes", "Slopes", "Two slopes.", "now", "then", [new Slope("pad", 1, 0.5, "costs nothing"), new Slope("delay", 1, 0.5, "adds 30 s")]) { Language = Language.English },
        new ParetoChart("pareto", "Pareto", "Dots.", "seconds", "left", [new Dot("pad", 0, 0.9, true), new Dot("delay", 30, 0.4, true), new Dot("batch", 60, 0.8, false)]) { Language = Language.English },
        new CalibrationChart("calibration", "Calibration", "Dots near a line.", [new CalibrationBin(0.1, 0.12, 400), new CalibrationBin(0.9, 0.7, 100)]) { Language = Language.English },
        new RingChart("rings", "Rings", "Circles.", "people", [new Ring("one", 5), new Ring("two", 316), new Ring("three", 1549)]) { Language = Language.English },
        new SmallMultiples("small", "Small", "Pictures.", "messages", Hours, [new Panel("Ada", [.. Enumerable.Repeat(1.0, 24)]), new Panel("Ben", [.. Enumerable.Range(0, 24).Select(h => (double)h)])]) { Language = Language.English },
        new CalendarChart("calendar", "Calendar", "Days.", "messages", new LocalDate(2024, 1, 1), [.. Enumerable.Range(0, 400).Select(i => (double)(i % 5))]) { Language = Language.English },
    ];

    public static TheoryData<string> Ids => [.. Charts.Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_chart_is_well_formed_SVG_with_a_name_and_a_description_in_both_widths(string id)
    {
        var chart = Charts.Single(c => c.Id == id);
        foreach (var width in new[] { chart.PreferredWidth, 346 })
        {
            var svg = XElement.Parse(await Draw(chart, width));
            Assert.Equal("img", svg.Attribute("role")!.Value);
            Assert.Equal((chart.Title, chart.Description), (svg.Element(Svg + "title")!.Value, svg.Element(Svg + "desc")!.Value));
            Assert.DoesNotContain("NaN", svg.ToString(), StringComparison.Ordinal);
            Assert.True(int.Parse(svg.Attribute("height")!.Value) > 40);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_table_has_a_text_for_every_column(string id)
    {
        var table = Charts.Single(c => c.Id == id).Table;
        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.Equal(table.Columns.Length, row.Length));
    }

    [Fact]
    public async Task A_bar_is_as_long_as_its_number()
    {
        var svg = XElement.Parse(await Draw(Charts[0], 760));
        double[] lengths = [.. svg.Descendants(Svg + "rect").Where(r => r.Attribute("class")!.Value == "fill-2").Select(r => double.Parse(r.Attribute("width")!.Value))];
        Assert.Equal(0.5, lengths[1] / lengths[0], 2);
        Assert.Equal(0, lengths[2]);
    }

    [Fact]
    public async Task A_promise_that_comes_true_less_often_lies_below_the_line_by_as_much()
    {
        var circles = XElement.Parse(await Draw(Charts.Single(c => c.Id == "calibration"), 460)).Descendants(Svg + "circle").Select(c => (X: Number(c, "cx"), Y: Number(c, "cy"), R: Number(c, "r"))).ToArray();
        // The plot is a square of 384: 0.8 to the right and 0.58 up.
        Assert.Equal(0.8 * 384, circles[1].X - circles[0].X, 6);
        Assert.Equal(0.58 * 384, circles[0].Y - circles[1].Y, 6);
        Assert.Equal(2, circles[0].R / circles[1].R, 2);

        static double Number(XElement of, string name) => double.Parse(of.Attribute(name)!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task The_area_of_a_circle_is_its_number()
    {
        var svg = XElement.Parse(await Draw(Charts.Single(c => c.Id == "rings"), 620));
        double[] radii = [.. svg.Descendants(Svg + "circle").Select(r => double.Parse(r.Attribute("r")!.Value))];
        Assert.Equal(1549 / 316.0, Math.Pow(radii[0] / radii[1], 2), 1);
    }

    [Fact]
    public async Task A_figure_for_a_file_carries_its_own_style_and_is_light()
    {
        var figures = await ReportRenderer.FiguresAsync(ReportModel.From(SampleReports.Population()));
        Assert.Equal(figures.Length, figures.Select(f => f.Name).Distinct().Count());
        Assert.All(figures, f =>
        {
            var svg = XDocument.Parse(f.Svg).Root!;
            Assert.NotNull(svg.Element(Svg + "style"));
            Assert.DoesNotContain("prefers-color-scheme", f.Svg, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_net_of_more_than_150_ties_is_refused()
    {
        var links = Enumerable.Range(0, 151).Select(i => new Link(0, 1, i)).ToImmutableArray();
        Assert.Throws<ArgumentOutOfRangeException>(() => new NodeLink("n", "t", "d", "u", [new Node("a", 0, 0, 1, 0), new Node("b", 1, 1, 1, 0)], links) { Language = Language.English });
    }

    static async Task<string> Draw(Chart chart, int width)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ChartDrawing>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Chart"] = chart, ["Width"] = width }))).ToHtmlString());
    }
}
