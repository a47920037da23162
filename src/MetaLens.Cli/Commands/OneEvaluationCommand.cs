using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Commands;

/// <summary>One evaluation of the catalogue as a subcommand.</summary>
sealed class OneEvaluationCommand : Verb
{
    readonly IEvaluation _evaluation;
    readonly InputOptions _input = new();
    readonly LensOptions _lens = new();
    readonly Option<string>? _labels;

    public OneEvaluationCommand(IEvaluation evaluation) : base(evaluation.Card.Id, evaluation.Card.Summary,
        $"metalens evaluate {evaluation.Card.Id} messages.csv{Labels(evaluation)}", $"metalens evaluate {evaluation.Card.Id} messages.csv{Labels(evaluation)} --lens signal-sealed --json")
    {
        _evaluation = evaluation;
        _input.AddTo(this);
        _lens.AddTo(this);
        if (evaluation.Card.Columns.Count == 0) return;
        _labels = new("--labels") { Description = $"CSV with the header {string.Join(",", evaluation.Card.Columns.Select(c => c.EndsWith('?') ? $"[{c.TrimEnd('?')}]" : c))}.", HelpName = "FILE", Required = true };
        Add(_labels);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var labels = _labels is null ? new LabelTable("no labels", []) : LabelFile.Read(parsed.GetValue(_labels)!, _evaluation.Card.Columns);
        var lens = _lens.Lens(parsed);
        var input = _input.Read(parsed, error, stop);
        var view = new LabelledView(input.Log, lens, labels, _input.Seed(parsed), stop);
        var (main, also) = _input.Watched(parsed, error, $"evaluating {_evaluation.Card.Id}", _ => _evaluation.Evaluate(view, stop));
        if (main.Subjects is > 0 and < Measurement.FewestSubjects && !_input.Quiet(parsed))
            error.WriteLine($"metalens: only {main.Subjects} subjects: the interval says how little that is");
        if (_input.Json(parsed))
            JsonOutput.Write(output, "evaluate", new JsonObject
            {
                ["question"] = _evaluation.Card.Id,
                ["lens"] = lens.Id,
                ["metric"] = main.Metric,
                ["value"] = JsonOutput.Value(main.Value),
                ["low"] = JsonOutput.Value(main.Low),
                ["high"] = JsonOutput.Value(main.High),
                ["chance"] = JsonOutput.Value(main.Chance),
                ["subjects"] = main.Subjects,
                ["also"] = new JsonObject(also.Select(a => KeyValuePair.Create(a.Name, JsonOutput.Value(a.Value)))),
            });
        else
        {
            string[] columns = ["question", "metric", "value", "low", "high", "chance", "subjects"];
            object?[][] rows = [[_evaluation.Card.Id, main.Metric, main.Value, main.Low, main.High, main.Chance, main.Subjects], .. also.Select(a => new object?[] { _evaluation.Card.Id, a.Name, a.Value, null, null, null, null })];
            if (_input.Csv(parsed)) output.Write(TableCsv.Write(columns, rows));
            else TextTable.Write(output, columns, rows);
        }
        return main.Value is null ? ExitCode.DoneButLook : input.ExitCode;
    }

    static string Labels(IEvaluation evaluation) => evaluation.Card.Columns.Count == 0 ? "" : " --labels labels.csv";
}
