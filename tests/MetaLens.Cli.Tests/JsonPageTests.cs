using System.Text.Json;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary><c>--json</c> gives what <c>docs/json.md</c> says, field for field.</summary>
public class JsonPageTests
{
    public static TheoryData<string> Sections => [.. JsonPage.Sections.Select(s => s.Section)];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task The_output_has_the_fields_of_the_page_and_no_other(string section)
    {
        using var folder = new TemporaryFolder();
        var page = JsonPage.Of(section);
        var fields = new JsonFields(page.TypeOfField);
        foreach (var command in page.Commands)
        {
            var run = await Cli.Run([.. command.Select((argument, i) =>
                argument.StartsWith("data/", StringComparison.Ordinal) ? Path.Combine(SharedData.Root, argument)
                : command[Math.Max(0, i - 1)] == "-o" ? folder.File(argument) : argument)]);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Equal("schema", run.Json.EnumerateObject().First().Name);
            Assert.Equal($"metalens/{section}/1", run.Json.GetProperty("schema").GetString());
            fields.Check(run.Json);
        }
        Assert.Empty(fields.Missing);
    }

    [Fact]
    public async Task A_turning_point_in_a_report_has_the_fields_of_the_page()
    {
        // Thirty days of eight messages, then thirty of none.
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 240).Select(i => $"ann,bob,2024-05-{1 + (i / 8):00}T{9 + (i % 8):00}:00:00Z").Append("bob,cee,2024-06-30T12:00:00Z");
        var table = folder.File("a.csv", $"sender,recipient,sent_at\n{string.Join('\n', rows)}\n");
        var fields = new JsonFields(JsonPage.Of("report").TypeOfField);
        var run = await Cli.Run("report", table, "--lens", "none", "-o", folder.File("report.html"), "--json");
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("moments").GetArrayLength() > 0);
        fields.Check(run.Json);
        Assert.Empty(fields.Missing);
    }

    [Fact]
    public async Task Every_verb_that_takes_json_has_a_section()
    {
        var verbs = (await Cli.Run("--help")).Output.Split("Commands:")[1].Split("Options:")[0].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]);
        foreach (var verb in verbs)
            if ((await Cli.Run(verb, "--help")).Output.Contains("--json", StringComparison.Ordinal)) Assert.Contains(verb, JsonPage.Sections.Select(s => s.Section));
    }

    [Fact]
    public async Task Json_of_converted_records_asks_for_a_file_for_them()
    {
        var run = await Cli.Run("convert", Path.Combine(SharedData.Root, "data/samples/village/messages.csv"), "--json");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("-o messages.csv", run.Error);
    }

    [Fact]
    public void A_field_too_many_too_few_or_of_another_type_is_noticed()
    {
        static JsonFields Fields() => new(new Dictionary<string, string> { ["a"] = "number or null", ["b"] = "list", ["b[].c"] = "string", ["b[].*"] = "any" });
        static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

        var empty = Fields();
        empty.Check(Json("""{"b":[]}"""));
        Assert.Equal(["a"], empty.Missing);
        var item = Fields();
        item.Check(Json("""{"a":null,"b":[{"d":1}]}"""));
        Assert.Equal(["b[].c"], item.Missing);
        Assert.ThrowsAny<Exception>(() => Fields().Check(Json("""{"a":1,"e":2}""")));
        Assert.ThrowsAny<Exception>(() => Fields().Check(Json("""{"a":"1"}""")));
    }
}
