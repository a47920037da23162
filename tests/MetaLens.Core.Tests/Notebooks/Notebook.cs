using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaLens.Testing;

namespace MetaLens.Core.Tests.Notebooks;

/// <summary>A notebook file (nbformat 4): its code cells and the outputs stored with them. Reading and writing change nothing else.</summary>
sealed class Notebook
{
    // As Jupyter writes: one blank of indentation, letters as they are.
    static readonly JsonSerializerOptions AsJupyterWrites = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly JsonObject _document;

    Notebook(string name, JsonObject document)
    {
        Name = name;
        _document = document;
    }

    public static string Folder { get; } = Path.Combine(SharedData.Root, "notebooks");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.ipynb").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    public static Notebook Load(string name) => new(name, JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!.AsObject());

    public string Name { get; }

    public string Kernel => (string)_document["metadata"]!["kernelspec"]!["name"]!;

    public IReadOnlyList<string> CellTypes => [.. Cells.Select(c => (string)c["cell_type"]!)];

    public IReadOnlyList<string> Code => [.. CodeCells.Select(c => Text(c["source"]))];

    public IReadOnlyList<CellOutput> Stored => [.. CodeCells.Select(StoredOf)];

    /// <summary>The same notebook with other outputs.</summary>
    public Notebook With(IReadOnlyList<CellOutput> outputs)
    {
        var copy = new Notebook(Name, _document.DeepClone().AsObject());
        foreach (var ((cell, output), i) in copy.CodeCells.Zip(outputs).Select((pair, i) => (pair, i)))
        {
            var stored = new JsonArray();
            if (output.Printed.Length > 0) stored.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = Lines(output.Printed) });
            if (output.Value is { } value)
                stored.Add(new JsonObject { ["data"] = new JsonObject { ["text/plain"] = Lines(value) }, ["execution_count"] = i + 1, ["metadata"] = new JsonObject(), ["output_type"] = "execute_result" });
            cell["execution_count"] = i + 1;
            cell["outputs"] = stored;
        }
        return copy;
    }

    /// <summary>One sentence for every cell that now gives something else than what is stored.</summary>
    public IReadOnlyList<string> DifferencesFrom(IReadOnlyList<CellOutput> actual) =>
        [.. Stored.Zip(actual).Select((pair, i) => (pair, i)).Where(p => p.pair.First != p.pair.Second).Select(p => $"{Name}, code cell {p.i + 1}: stored {p.pair.First}, now {p.pair.Second}")];

    public string ToJson() => _document.ToJsonString(AsJupyterWrites) + "\n";

    IEnumerable<JsonObject> Cells => _document["cells"]!.AsArray().Select(c => c!.AsObject());

    IEnumerable<JsonObject> CodeCells => Cells.Where(c => (string)c["cell_type"]! == "code");

    static CellOutput StoredOf(JsonObject cell)
    {
        var outputs = cell["outputs"]!.AsArray();
        var values = outputs.Where(o => o!["data"] is not null).Select(o => Text(o!["data"]!["text/plain"])).ToList();
        return new CellOutput(string.Concat(outputs.Where(o => (string)o!["output_type"]! == "stream").Select(o => Text(o!["text"]))), values.Count == 0 ? null : string.Concat(values));
    }

    // A text in a notebook is a string, or a list of lines that keep their ends.
    static string Text(JsonNode? text) => text is JsonArray lines ? string.Concat(lines.Select(l => (string)l!)) : (string)text!;

    static JsonArray Lines(string text)
    {
        var lines = text.Split('\n');
        return new JsonArray([.. lines.Select((l, i) => JsonValue.Create(i < lines.Length - 1 ? l + "\n" : l)).Where(l => (string)l! != "")]);
    }
}
