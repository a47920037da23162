using System.Text.Json;
using Xunit;

namespace MetaLens.Cli.Tests.Security;

/// <summary>An owner's export (so that the report shows names as they are) in which everybody else has a name that is code somewhere, and the report made of it.</summary>
public sealed class HostileExport : IAsyncLifetime
{
    /// <summary>Code in a page, in a spreadsheet, in an attribute, at the end of an element, in XML.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["<script>alert(1)</script>", "=cmd|'/c calc'!A1", "\" onmouseover=\"alert(2)", "</title></style><img src=x onerror=alert(3)>", "]]><!--&lt;&boom;"];

    readonly TemporaryFolder _folder = new();

    public string Folder => Path.Combine(_folder.Path, "export");

    public string Report => _folder.File("report.html");

    public string Plots => _folder.File("plots");

    public string ReportJson { get; private set; } = "";

    public string File(string name) => _folder.File(name);

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < Names.Count; i++)
        {
            var thread = Directory.CreateDirectory(Path.Combine(Folder, "your_instagram_activity", "messages", "inbox", $"thread_{i}")).FullName;
            await System.IO.File.WriteAllTextAsync(Path.Combine(thread, "message_1.json"), Thread(Names[i], messages: 40 - (5 * i)));
        }
        var run = await Cli.Run("report", Folder, "-o", Report, "--plots", Plots, "--lens", "instagram-e2ee-optin", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        ReportJson = run.Output;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    // Both write in turn, every seven hours from 1 May 2024.
    static string Thread(string other, int messages) => JsonSerializer.Serialize(new
    {
        participants = new[] { new { name = other }, new { name = "Ann" } },
        messages = Enumerable.Range(0, messages).Select(m => new { sender_name = m % 2 == 0 ? "Ann" : other, timestamp_ms = 1_714_521_600_000 + (m * 7 * 3_600_000L), content = "x" }),
        title = other,
    });
}
