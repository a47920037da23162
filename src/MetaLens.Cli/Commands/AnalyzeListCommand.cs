using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Analyzers;
using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary><c>analyze list</c>: every analysis with one line and its source.</summary>
sealed class AnalyzeListCommand : Verb
{
    readonly Option<bool> _json = new("--json") { Description = "Result as one JSON object." };

    public AnalyzeListCommand() : base("list", "Names every analysis with one line and its source.", "metalens analyze list", "metalens analyze list --json") => Add(_json);

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (!parsed.GetValue(_json))
        {
            TextTable.Write(output, ["analysis", "gives", "source"], AnalysisCatalog.All.Select(a => new object?[] { a.Card.Id, a.Card.Summary, a.Card.Source }));
            return ExitCode.Done;
        }
        JsonOutput.Write(output, "analyze-list", new JsonObject
        {
            ["analyses"] = new JsonArray([.. AnalysisCatalog.All.Select(a => new JsonObject
            {
                ["analysis"] = a.Card.Id,
                ["summary"] = a.Card.Summary,
                ["source"] = a.Card.Source,
                ["parameters"] = new JsonArray([.. a.Parameters.Select(p => new JsonObject { ["name"] = p.Name, ["default"] = p.Default, ["help"] = p.Help })]),
                ["columns"] = new JsonArray([.. a.Columns.Select(c => new JsonObject { ["name"] = c.Name, ["meaning"] = c.Meaning })]),
            })]),
        });
        return ExitCode.Done;
    }
}
