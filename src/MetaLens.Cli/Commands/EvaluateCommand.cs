using System.CommandLine;
using MetaLens.Cli.Benchmarks;
using MetaLens.Cli.Output;
using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Commands;

/// <summary><c>evaluate</c>: an answer scored against labels that somebody knows, each question a subcommand made from <see cref="EvaluationCatalog.All"/>.</summary>
sealed class EvaluateCommand : Verb
{
    readonly Option<string> _benchmark = new("--benchmark") { Description = "Instead of a question: measure every row of the table of results whose public data set is below this folder.", HelpName = "DIR" };
    readonly Option<int> _seed = new("--seed") { Description = "Seed of everything random in --benchmark.", DefaultValueFactory = _ => 0, HelpName = "N" };

    readonly Option<string[]> _data = new("--data") { Description = "Only these data sets of --benchmark, by folder; 'simulated' for what needs none. Repeatable.", HelpName = "NAME" };

    readonly Option<string> _plots = new("--plots") { Description = "Also write the reliability diagrams of --benchmark as SVG into this folder.", HelpName = "DIR" };

    public EvaluateCommand() : base("evaluate", "Scores an answer against labels that somebody knows: metric, value, chance level, 95 % interval.",
        "metalens evaluate groups data/samples/company/messages.csv --labels data/samples/company/groups.csv", "metalens evaluate roles data/samples/company/messages.csv --labels data/samples/company/managers.csv --json")
    {
        Add(_benchmark);
        Add(_seed);
        Add(_data);
        Add(_plots);
        foreach (var evaluation in EvaluationCatalog.All) Add(new OneEvaluationCommand(evaluation));
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (parsed.GetValue(_benchmark) is not { } folder)
            throw new ArgumentException($"evaluate: found no question; expected one of {string.Join(", ", EvaluationCatalog.All.Select(e => e.Card.Id))}, or --benchmark DIR.");
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"{folder}: found no folder there; expected one with public data sets.");
        var data = new BenchmarkData(folder, parsed.GetValue(_seed), parsed.GetValue(_data) ?? []);
        var any = BenchmarkTable.Write(data, output, error, stop);
        BenchmarkCalibration.Write(data, parsed.GetValue(_plots), output, stop);
        BenchmarkMatrices.Write(data, output, stop);
        BenchmarkDefences.Write(data, output, stop);
        return any ? ExitCode.Done : ExitCode.DoneButLook;
    }
}
