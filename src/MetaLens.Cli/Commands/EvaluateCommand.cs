using System.CommandLine;
using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Commands;

/// <summary><c>evaluate</c>: an answer scored against labels that somebody knows, each question a subcommand made from <see cref="EvaluationCatalog.All"/>.</summary>
sealed class EvaluateCommand : Verb
{
    public EvaluateCommand() : base("evaluate", "Scores an answer against labels that somebody knows: metric, value, chance level, 95 % interval.",
        "metalens evaluate groups data/samples/company/messages.csv --labels data/samples/company/groups.csv", "metalens evaluate roles data/samples/company/messages.csv --labels data/samples/company/managers.csv --json")
    {
        foreach (var evaluation in EvaluationCatalog.All) Add(new OneEvaluationCommand(evaluation));
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop) =>
        throw new ArgumentException($"evaluate: found no question; expected one of {string.Join(", ", EvaluationCatalog.All.Select(e => e.Card.Id))}.");
}
