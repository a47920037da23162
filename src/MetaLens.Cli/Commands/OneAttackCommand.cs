using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Analyzers;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Exposure;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary>One attack of the catalogue as a subcommand, its parameters as options; its first guesses are scored against the log.</summary>
sealed class OneAttackCommand : Verb
{
    readonly IAnalysis _attack;
    readonly InputOptions _input = new();
    readonly LensOptions _lens = new();
    readonly Option<int> _limit = new("--limit") { Description = "Rows at most on the terminal; 0 = all. JSON and CSV always hold all.", DefaultValueFactory = _ => 40, HelpName = "N" };
    readonly List<(AnalysisParameter Parameter, Option<string> Option)> _parameters = [];

    public OneAttackCommand(IAnalysis attack) : base(attack.Card.Id, attack.Card.Summary,
        $"metalens attack {attack.Card.Id} data/samples/village/messages.csv", $"metalens attack {attack.Card.Id} data/samples/village/messages.csv --lens instagram-e2ee-optin --json")
    {
        _attack = attack;
        Definition = attack.Card.Definition;
        _input.AddTo(this);
        _lens.AddTo(this);
        Add(_limit);
        foreach (var parameter in attack.Parameters)
        {
            var option = new Option<string>($"--{parameter.Name}") { Description = $"{parameter.Help} [default: {parameter.Default}]", HelpName = "VALUE" };
            _parameters.Add((parameter, option));
            Add(option);
        }
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var given = _parameters.Where(p => parsed.GetValue(p.Option) is not null).ToDictionary(p => p.Parameter.Name, p => parsed.GetValue(p.Option)!);
        var seed = _input.Seed(parsed);
        var arguments = new AnalysisArguments(_attack, given, seed);
        var lens = _lens.Lens(parsed);
        var input = _input.Read(parsed, error, stop);
        var seen = lens.Observe(input.Log, seed, out var key);
        // Receipts and the like show only where kinds are visible; whoever sees kinds leaves them out.
        var (table, score) = _input.Watched(parsed, error, $"attacking by {_attack.Card.Id}", _ =>
        {
            var found = _attack.Run(seen.Restrict(ObservationWindow.Communication), arguments, stop);
            return (found, AttackScores.Of(_attack.Card.Id, found, seen, key, new Truth(input.Log, seed, stop), seed));
        });
        if (_input.Json(parsed))
            JsonOutput.Write(output, "attack", new JsonObject
            {
                ["attack"] = _attack.Card.Id,
                ["lens"] = lens.Id,
                ["metric"] = score.Metric,
                ["value"] = JsonOutput.Value(score.Value),
                ["low"] = JsonOutput.Value(score.Low),
                ["high"] = JsonOutput.Value(score.High),
                ["chance"] = JsonOutput.Value(score.Chance),
                ["subjects"] = score.Subjects,
                ["notes"] = new JsonArray([.. table.Notes.Select(n => JsonValue.Create(n))]),
                ["guesses"] = new JsonArray([.. table.Rows.Select(row => new JsonObject(_attack.Columns.Select((c, i) => KeyValuePair.Create(c.Name, JsonOutput.Value(row[i])))))]),
            });
        else if (_input.Csv(parsed)) output.Write(TableCsv.Write([.. _attack.Columns.Select(c => c.Name)], table.Rows));
        else WriteForPeople(output, table, score, parsed.GetValue(_limit));
        return table.Rows.Count == 0 ? ExitCode.DoneButLook : input.ExitCode;
    }

    void WriteForPeople(TextWriter output, AnalysisTable table, MetricEstimate score, int limit)
    {
        TextTable.Write(output, [.. _attack.Columns.Select(c => c.Name)], limit > 0 ? table.Rows.Take(limit) : table.Rows);
        if (limit > 0 && table.Rows.Count > limit) output.WriteLine($"… {table.Rows.Count - limit} more rows (--limit 0 shows all)");
        output.WriteLine(score.Value is null
            ? "score: the log itself does not say which of these guesses are right ('metalens evaluate' takes labels that do)"
            : FormattableString.Invariant($"score: {score.Metric} {score.Value:0.####} [{score.Low:0.####} {score.High:0.####}] for {score.Subjects} subjects; guessing: {score.Chance:0.####}"));
        foreach (var note in table.Notes) output.WriteLine($"note: {note}");
    }
}
