using System.Text.Json;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary><c>report --publish</c>.</summary>
public class PublishTests
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Fact]
    public async Task Says_what_it_changed_and_names_nobody_no_file_and_no_exact_time()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("public.html");
        var run = await Cli.Run("report", Village, "--to", "2025-03-20", "--lens", "none", "--publish", "-o", file, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("metalens: --publish: Names are invented", run.Error, StringComparison.Ordinal);
        Assert.Matches("metalens: --publish: Times are kept to steps of", run.Error);
        var published = run.Json.GetProperty("published");
        Assert.True(published.GetProperty("unicity_after").ValueKind == JsonValueKind.Null || published.GetProperty("unicity_after").GetDouble() <= published.GetProperty("bound").GetDouble());
        Assert.Equal(0, run.Json.GetProperty("people").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("retention").ValueKind);
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) + run.Output;
        var names = (await File.ReadAllLinesAsync(Village, TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',')[2]).Distinct().ToList();
        Assert.NotEmpty(names);
        Assert.All(names, n => Assert.DoesNotMatch($@"\b{System.Text.RegularExpressions.Regex.Escape(n)}\b", page));
        Assert.DoesNotContain("messages.csv", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<code>sha256", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_few_people_nothing_is_published_and_no_file_is_left()
    {
        using var folder = new TemporaryFolder();
        var log = folder.File("few.csv", "time,sender,recipient\n2025-01-01T10:00:00Z,ann,bob\n2025-01-02T10:00:00Z,bob,ann\n");
        var run = await Cli.Run("report", log, "--publish", "-o", folder.File("public.html"));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("cannot be made safe to publish", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("public.html")));
    }
}
