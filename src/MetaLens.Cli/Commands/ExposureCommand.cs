using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Exposure;

namespace MetaLens.Cli.Commands;

/// <summary><c>exposure</c>: the ten questions through several lenses.</summary>
sealed class ExposureCommand : Verb
{
    readonly InputOptions _input = new();
    readonly MeasureOptions _measure = new();
    readonly LensListOptions _lenses = new();

    public ExposureCommand() : base("exposure", "Measures what each lens lets an observer infer: ten questions × lenses, each with score, chance level, 95 % interval and number of subjects.",
        "metalens exposure data/samples/village/messages.csv", "metalens exposure data/samples/village/messages.csv --lens instagram-e2ee-optin --lens instagram-standard")
    {
        _input.AddTo(this);
        _measure.AddTo(this);
        _lenses.AddTo(this);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var lenses = _lenses.Lenses(parsed);
        var input = _input.Read(parsed, error, stop);
        var measured = _measure.Choose(parsed, input.Log, error);
        var matrix = _input.Watched(parsed, error, "measuring exposure", progress => ExposureAnalysis.Measure(measured, lenses, _input.Seed(parsed), progress.Of("measuring exposure"), stop));
        if (_input.Json(parsed)) JsonOutput.Write(output, "exposure", Json(matrix));
        else if (_input.Csv(parsed))
            output.Write(TableCsv.Write(["question", "lens", "score", "chance", "exposure", "low", "high", "subjects", "reason"],
                matrix.Cells.Select(c => new object?[] { c.Question, c.Lens, c.Score, c.Chance, c.Exposure, c.Low, c.High, c.Subjects, c.Reason })));
        else WriteForPeople(output, matrix);
        return input.ExitCode;
    }

    static JsonObject Json(ExposureMatrix matrix) => new()
    {
        ["lenses"] = new JsonArray([.. matrix.Lenses.Select(l => JsonValue.Create(l.Id))]),
        ["questions"] = new JsonArray([.. matrix.Questions.Select(q => JsonValue.Create(q.Id))]),
        ["cells"] = new JsonArray([.. matrix.Cells.Select(c => new JsonObject
        {
            ["question"] = c.Question,
            ["lens"] = c.Lens,
            ["score"] = JsonOutput.Value(c.Score),
            ["chance"] = JsonOutput.Value(c.Chance),
            ["exposure"] = JsonOutput.Value(c.Exposure),
            ["low"] = JsonOutput.Value(c.Low),
            ["high"] = JsonOutput.Value(c.High),
            ["subjects"] = c.Subjects,
            ["reason"] = c.Reason,
            ["sentence"] = c.Sentence,
        })]),
    };

    static void WriteForPeople(TextWriter output, ExposureMatrix matrix)
    {
        output.WriteLine("Exposure: 0 = as good as guessing, 1 = as good as holding the records; 95 % interval in brackets.");
        TextTable.Write(output, ["question", .. matrix.Lenses.Select(l => l.Id)], matrix.Questions.Select(q => matrix.Lenses.Select(l => (object?)Text(matrix[q.Id, l.Id])).Prepend(q.Id).ToArray()));
        foreach (var group in matrix.Cells.Where(c => c.Reason is not null).GroupBy(c => (c.Question, c.Reason)))
            output.WriteLine($"note: {group.Key.Question}: no number, {group.Key.Reason}");
    }

    static string Text(ExposureCell cell) => cell.Exposure is null ? "–"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.Word} {cell.Exposure:0.00} [{cell.Low:0.00} {cell.High:0.00}]");
}
