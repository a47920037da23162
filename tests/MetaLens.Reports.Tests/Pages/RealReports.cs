using System.Collections.Concurrent;
using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Languages;
using MetaLens.Testing;
using MetaLens.Testing.Browsing;
using Microsoft.Playwright;
using Xunit;

namespace MetaLens.Reports.Tests.Pages;

/// <summary>Reports of real records as <c>metalens report</c> makes them, each made once and opened in a browser.</summary>
public sealed class RealReports : Chromium
{
    // Opening and drawing do not depend on how many messages the matrix was measured on; the tests need not wait for all.
    const int Measured = 4000;

    readonly string _folder = Directory.CreateTempSubdirectory("metalens-real-").FullName;
    readonly ConcurrentDictionary<string, Task> _made = new();

    public static readonly TheoryData<string> Names = ["collegemsg", "copenhagen", "manufacturing", "whatsapp", "instagram"];

    /// <summary>The file of a report.</summary>
    public async Task<string> File(string name, string language = "en")
    {
        var path = Path.Combine(_folder, $"{name}-{language}.html");
        await _made.GetOrAdd(path, _ => System.IO.File.WriteAllTextAsync(path, Html(name, Language.Find(language))));
        return path;
    }

    public async Task<OpenPage> OpenReal(string name, int width = 1440, ColorScheme scheme = ColorScheme.Light, string language = "en") => await Open($"file://{await File(name, language)}", width, scheme);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    static string Html(string name, Language language)
    {
        var (log, ingestion) = name switch
        {
            "collegemsg" => Logs.Read(SharedData.Path("data/collegemsg/CollegeMsg.txt")),
            "copenhagen" => Logs.Read(SharedData.Path("data/copenhagen/sms.csv")),
            "manufacturing" => Logs.Read(SharedData.Path("data/manufacturing/communication.csv")),
            "whatsapp" => Logs.Read(SharedData.Path("exports/whatsapp/lucasrodes_whatstk__chats_whatsapp_lorem-2000.txt"), new ReadOptions { Me = ["Mary"] }),
            _ => Logs.Read(SharedData.Path("exports/instagram/joweich_chat-miner__test_instagram_test_export.json")),
        };
        var measured = log.Count > Measured ? log.Latest(Measured) : log;
        Lens[] lenses = [.. ((string[])["instagram-standard", "instagram-e2ee-optin", "signal-sealed", "everything-on"]).Select(LensCatalog.Find)];
        return ReportRenderer.RenderAsync(ReportModel.From(new ReportInput(log, ingestion, new Provenance("0.1.0", "metalens report", [], 0))
        {
            Language = language,
            Exposure = ExposureAnalysis.Measure(measured, lenses),
            Retention = ExposureAnalysis.Measure(measured, Retention.Lenses(lenses[1], log)),
        })).GetAwaiter().GetResult();
    }
}
