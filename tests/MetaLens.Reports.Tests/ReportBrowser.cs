using MetaLens.Reports;
using MetaLens.Testing.Browsing;
using Microsoft.Playwright;

namespace MetaLens.Reports.Tests;

/// <summary>The sample reports in a browser.</summary>
public sealed class ReportBrowser : Chromium
{
    readonly string _folder = Directory.CreateTempSubdirectory("metalens-report-").FullName;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await File.WriteAllTextAsync(PathOf("own"), await ReportRenderer.RenderAsync(ReportModel.From(SampleReports.OwnExport())));
        await File.WriteAllTextAsync(PathOf("population"), await ReportRenderer.RenderAsync(ReportModel.From(SampleReports.Population())));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens a sample report ("own", "population").</summary>
    public Task<OpenPage> OpenSample(string name, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true) => Open($"file://{PathOf(name)}", width, scheme, scripts);

    string PathOf(string name) => Path.Combine(_folder, name + ".html");
}
