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
        var run = await Cli.Run([.. page.Command.Select((argument, i) =>
            argument.StartsWith("data/", StringComparison.Ordinal) ? Path.Combine(SharedData.Root, argument)
            : page.Command[Math.Max(0, i - 1)] == "-o" ? folder.File(argument) : argument)]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("schema", run.Json.EnumerateObject().First().Name);
        Assert.Equal($"metalens/{section}/1", run.Json.GetProperty("schema").GetString());

        var found = new SortedSet<string>(StringComparer.Ordinal);
        Compare(run.Json, "", page.TypeOfField, found);
        Assert.Empty(page.TypeOfField.Keys.Where(f => !f.EndsWith('*')).Except(found));
    }

    [Fact]
    public async Task Every_verb_that_takes_json_has_a_section()
    {
        var verbs = (await Cli.Run("--help")).Output.Split("Commands:")[1].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]);
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

    // Walks the output: every field must be on the page, under its own name or under a star, with its type.
    static void Compare(JsonElement element, string path, IReadOnlyDictionary<string, string> types, SortedSet<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)) Compare(item, path + "[]", types, found);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        foreach (var field in element.EnumerateObject())
        {
            var prefix = path.Length == 0 ? "" : path + ".";
            var name = types.ContainsKey(prefix + field.Name) ? prefix + field.Name : prefix + "*";
            Assert.True(types.TryGetValue(name, out var type), $"{prefix}{field.Name} is not in docs/json.md");
            Assert.True(type == "any" || type.Split(" or ").Contains(TypeOf(field.Value)), $"{prefix}{field.Name}: docs/json.md says {type}, found {TypeOf(field.Value)}");
            found.Add(name);
            Compare(field.Value, name, types, found);
        }
    }

    static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
