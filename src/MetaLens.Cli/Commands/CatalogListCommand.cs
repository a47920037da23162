using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Analyzers;
using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary><c>analyze list</c> and <c>attack list</c>: everything in a catalogue with one line and its source.</summary>
sealed class CatalogListCommand : Verb
{
    readonly string _verb, _one, _many;
    readonly IReadOnlyList<IAnalysis> _catalog;
    readonly Option<bool> _json = new("--json") { Description = "Result as one JSON object." };

    /// <summary>The list of a catalogue.</summary>
    /// <param name="verb">The verb that it belongs to.</param>
    /// <param name="one">What one of its entries is called.</param>
    /// <param name="many">What several are called.</param>
    /// <param name="catalog">The entries.</param>
    public CatalogListCommand(string verb, string one, string many, IReadOnlyList<IAnalysis> catalog)
        : base("list", $"Names all {many} with one line and the source of each.", $"metalens {verb} list", $"metalens {verb} list --json")
    {
        (_verb, _one, _many, _catalog) = (verb, one, many, catalog);
        Add(_json);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (!parsed.GetValue(_json))
        {
            TextTable.Write(output, [_one, "gives", "source"], _catalog.Select(a => new object?[] { a.Card.Id, a.Card.Summary, a.Card.Source }));
            return ExitCode.Done;
        }
        JsonOutput.Write(output, $"{_verb}-list", new JsonObject
        {
            [_many] = new JsonArray([.. _catalog.Select(a => new JsonObject
            {
                [_one] = a.Card.Id,
                ["summary"] = a.Card.Summary,
                ["source"] = a.Card.Source,
                ["parameters"] = new JsonArray([.. a.Parameters.Select(p => new JsonObject { ["name"] = p.Name, ["default"] = p.Default, ["help"] = p.Help })]),
                ["columns"] = new JsonArray([.. a.Columns.Select(c => new JsonObject { ["name"] = c.Name, ["meaning"] = c.Meaning })]),
            })]),
        });
        return ExitCode.Done;
    }
}
