using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Attacks;
using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary><c>attack list</c>: every attack with one line and its source.</summary>
sealed class AttackListCommand : Verb
{
    readonly Option<bool> _json = new("--json") { Description = "Result as one JSON object." };

    public AttackListCommand() : base("list", "Names every attack with one line and its source.", "metalens attack list", "metalens attack list --json") => Add(_json);

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (!parsed.GetValue(_json))
        {
            TextTable.Write(output, ["attack", "gives", "source"], AttackCatalog.All.Select(a => new object?[] { a.Card.Id, a.Card.Summary, a.Card.Source }));
            return ExitCode.Done;
        }
        JsonOutput.Write(output, "attack-list", new JsonObject
        {
            ["attacks"] = new JsonArray([.. AttackCatalog.All.Select(a => new JsonObject
            {
                ["attack"] = a.Card.Id,
                ["summary"] = a.Card.Summary,
                ["source"] = a.Card.Source,
                ["parameters"] = new JsonArray([.. a.Parameters.Select(p => new JsonObject { ["name"] = p.Name, ["default"] = p.Default, ["help"] = p.Help })]),
                ["columns"] = new JsonArray([.. a.Columns.Select(c => new JsonObject { ["name"] = c.Name, ["meaning"] = c.Meaning })]),
            })]),
        });
        return ExitCode.Done;
    }
}
