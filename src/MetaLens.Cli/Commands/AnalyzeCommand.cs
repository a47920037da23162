using System.CommandLine;
using MetaLens.Analyzers;

namespace MetaLens.Cli.Commands;

/// <summary><c>analyze</c>: one analysis as a table, each a subcommand made from <see cref="AnalysisCatalog.All"/>.</summary>
sealed class AnalyzeCommand : Verb
{
    public AnalyzeCommand() : base("analyze", "Runs one analysis and prints its table. 'analyze list' names them all.",
        "metalens analyze list", "metalens analyze ties data/samples/village/messages.csv")
    {
        Add(new CatalogListCommand("analyze", "analysis", "analyses", AnalysisCatalog.All));
        foreach (var analysis in AnalysisCatalog.All) Add(new OneAnalysisCommand(analysis));
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop) =>
        throw new ArgumentException($"analyze: found no analysis; expected one of list, {string.Join(", ", AnalysisCatalog.All.Select(a => a.Card.Id))}.");
}
