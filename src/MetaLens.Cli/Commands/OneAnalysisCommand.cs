using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Analyzers;
using MetaLens.Cli.Output;
using MetaLens.Export;

namespace MetaLens.Cli.Commands;

/// <summary>One analysis of the catalogue as a subcommand, its parameters as options.</summary>
sealed class OneAnalysisCommand : Verb
{
    // What means the same wherever it means something.
    static readonly string[] Shared = [WeightArgument.Parameter.Name, DirectionArgument.Name];

    readonly IAnalysis _analysis;
    readonly InputOptions _input = new();
    readonly LensOptions _lens = new();
    readonly KindsOption _kinds = new();
    readonly Option<int> _limit = new("--limit") { Description = "Rows at most on the terminal; 0 = all. JSON and CSV always hold all.", DefaultValueFactory = _ => 40, HelpName = "N" };
    readonly List<(AnalysisParameter Parameter, Option<string> Option)> _parameters = [];
    readonly List<(AnalysisParameter Parameter, Option<bool> Option)> _switches = [];
    readonly List<Option<string>> _refused = [];

    public OneAnalysisCommand(IAnalysis analysis) : base(analysis.Card.Id, analysis.Card.Summary,
        $"metalens analyze {analysis.Card.Id} data/samples/village/messages.csv", $"metalens analyze {analysis.Card.Id} data/samples/village/messages.csv --json")
    {
        _analysis = analysis;
        Definition = analysis.Card.Definition;
        _input.AddTo(this);
        _lens.AddTo(this);
        _kinds.AddTo(this);
        Add(_limit);
        foreach (var parameter in analysis.Parameters)
        {
            if (parameter.IsSwitch)
            {
                _switches.Add((parameter, new Option<bool>($"--{parameter.Name}") { Description = parameter.Help }));
                Add(_switches[^1].Option);
                continue;
            }
            var option = new Option<string>($"--{parameter.Name}") { Description = $"{parameter.Help} [default: {(parameter.Default.Length == 0 ? "none" : parameter.Default)}]", HelpName = "VALUE" };
            _parameters.Add((parameter, option));
            Add(option);
        }
        foreach (var name in Shared.Where(name => analysis.Parameters.All(p => p.Name != name)))
        {
            _refused.Add(new Option<string>($"--{name}") { Hidden = true });
            Add(_refused[^1]);
        }
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        foreach (var option in _refused)
            if (parsed.GetResult(option) is not null) throw new ArgumentException(Refusal(option.Name));
        var given = _parameters.Where(p => parsed.GetValue(p.Option) is not null).ToDictionary(p => p.Parameter.Name, p => parsed.GetValue(p.Option)!);
        foreach (var (parameter, option) in _switches)
            if (parsed.GetValue(option)) given[parameter.Name] = "yes";
        var arguments = new AnalysisArguments(_analysis, given, _input.Seed(parsed));
        var input = _input.Read(parsed, error, stop);
        var lens = _lens.Lens(parsed);
        var seen = lens.Observe(input.Log, _input.Seed(parsed)).Restrict(_kinds.Window(parsed));
        var table = _input.Watched(parsed, error, $"analyzing {_analysis.Card.Id}", _ => _analysis.Run(seen, arguments, stop));
        var columns = (table.Columns ?? _analysis.Columns).Select(c => c.Name).ToList();
        if (_input.Json(parsed))
            JsonOutput.Write(output, "analyze", new JsonObject
            {
                ["analysis"] = _analysis.Card.Id,
                ["lens"] = lens.Id,
                ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonObject(columns.Select((c, i) => KeyValuePair.Create(c, JsonOutput.Value(row[i])))))]),
                ["notes"] = new JsonArray([.. table.Notes.Select(n => JsonValue.Create(n))]),
            });
        else if (_input.Csv(parsed)) output.Write(TableCsv.Write(columns, table.Rows));
        else WriteForPeople(output, columns, table, parsed.GetValue(_limit));
        return table.Rows.Count == 0 ? ExitCode.DoneButLook : input.ExitCode;
    }

    string Refusal(string option) =>
        $"{option}: {_analysis.Card.Id} has none, since its definition fixes what counts and which way (metalens analyze {_analysis.Card.Id} --help). Mend: leave it out, or use one that takes it: "
        + $"{string.Join(", ", AnalysisCatalog.All.Where(a => a.Parameters.Any(p => $"--{p.Name}" == option)).Select(a => a.Card.Id))}.";

    static void WriteForPeople(TextWriter output, List<string> columns, AnalysisTable table, int limit)
    {
        TextTable.Write(output, columns, limit > 0 ? table.Rows.Take(limit) : table.Rows);
        if (limit > 0 && table.Rows.Count > limit) output.WriteLine($"… {table.Rows.Count - limit} more rows (--limit 0 shows all)");
        foreach (var note in table.Notes) output.WriteLine($"note: {note}");
    }
}
