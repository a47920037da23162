using MetaLens.Reports.Languages;
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
        foreach (var (name, input) in (ReadOnlySpan<(string, ReportInput)>)[("own", SampleReports.OwnExport()), ("population", SampleReports.Population())])
            foreach (var language in Language.All)
                File.WriteAllText(PathOf(language == Language.English ? name : $"{name}-{language.Id}"), ReportRenderer.RenderAsync(ReportModel.From(input with { Language = language })).GetAwaiter().GetResult());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens a sample report ("own", "population"; "own-de" in German).</summary>
    public Task<OpenPage> OpenSample(string name, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool scripts = true) => Open($"file://{PathOf(name)}", width, scheme, scripts);

    string PathOf(string name) => Path.Combine(_folder, name + ".html");
}
