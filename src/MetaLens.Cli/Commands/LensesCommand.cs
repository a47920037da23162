using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary><c>lenses</c>: the catalogue of observers.</summary>
sealed class LensesCommand : Verb
{
    readonly Argument<string> _id = new("ID") { Description = "One lens in full.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> _json = new("--json") { Description = "Result as one JSON object." };

    public LensesCommand() : base("lenses", "Lists the lenses: platforms and observers, what each sees, for how long, with sources.",
        "metalens lenses", "metalens lenses none --json")
    {
        Add(_id);
        Add(_json);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        IReadOnlyList<Lens> lenses = parsed.GetValue(_id) is { } id ? [LensCatalog.Find(id)] : LensCatalog.All;
        if (parsed.GetValue(_json))
            JsonOutput.Write(output, "lenses", new JsonObject
            {
                ["lenses"] = new JsonArray([.. lenses.Select(l => new JsonObject { ["id"] = l.Id, ["name"] = l.Name, ["observer"] = l.Observer.Name })]),
            });
        else TextTable.Write(output, ["lens", "name", "observer"], lenses.Select(l => new object?[] { l.Id, l.Name, l.Observer.Name }));
        return ExitCode.Done;
    }
}
