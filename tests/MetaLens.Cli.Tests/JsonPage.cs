using MetaLens.Testing;

namespace MetaLens.Cli.Tests;

/// <summary><c>docs/json.md</c> as a table: for each section its commands and its fields.</summary>
sealed record JsonPage(string Section, IReadOnlyList<string[]> Commands, IReadOnlyDictionary<string, string> TypeOfField)
{
    public static IReadOnlyList<JsonPage> Sections { get; } =
        [.. File.ReadAllText(Path.Combine(SharedData.Root, "docs", "json.md")).Split("\n## ").Skip(1).Select(Parse)];

    public static JsonPage Of(string section) => Sections.Single(s => s.Section == section);

    static JsonPage Parse(string text)
    {
        var lines = text.Split('\n');
        var commands = lines.Where(l => l.StartsWith("metalens ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1..]).ToList();
        var fields = lines.Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(c => c[1].Trim('`'), c => c[2]);
        return new JsonPage(lines[0], commands, fields);
    }
}
