using MetaLens.Testing;
using Xunit;

namespace MetaLens.Reports.Tests.Charts;

/// <summary>Every figure of the population's report, as text: a change of a picture is to be looked at before it is kept.</summary>
public class GoldenTests
{
    static readonly string Golden = Path.Combine(SharedData.Root, "tests", "MetaLens.Reports.Tests", "Charts", "Golden");

    [Fact]
    public async Task The_figures_are_those_that_were_looked_at()
    {
        var made = Path.Combine(SharedData.Root, "artifacts", "golden");
        Directory.CreateDirectory(made);
        var different = new List<string>();
        foreach (var (name, svg) in await ReportRenderer.FiguresAsync(ReportModel.From(SampleReports.Population())))
        {
            // The style is the same in all, and changes with the page.
            var picture = svg[..svg.IndexOf("<style>", StringComparison.Ordinal)] + svg[(svg.IndexOf("</style>", StringComparison.Ordinal) + "</style>".Length)..];
            await File.WriteAllTextAsync(Path.Combine(made, name + ".svg"), picture, TestContext.Current.CancellationToken);
            var golden = Path.Combine(Golden, name + ".svg");
            if (!File.Exists(golden) || await File.ReadAllTextAsync(golden, TestContext.Current.CancellationToken) != picture) different.Add(name);
        }
        Assert.True(different.Count == 0, $"changed: {string.Join(", ", different)}. Look at them (metalens report … --plots), then: mkdir -p {Golden} && cp artifacts/golden/*.svg {Golden}");
    }
}
