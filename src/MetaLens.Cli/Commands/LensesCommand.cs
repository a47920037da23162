using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary><c>lenses</c>: the catalogue of observers.</summary>
sealed class LensesCommand : Verb
{
    readonly Argument<string> _id = new("ID") { Description = "One lens in full.", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne, CompletionSources = { LensListOptions.Ids } };
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
            JsonOutput.Write(output, "lenses", new JsonObject { ["lenses"] = new JsonArray([.. lenses.Select(Json)]) });
        else if (parsed.GetValue(_id) is not null) WriteOne(output, lenses[0]);
        else TextTable.Write(output, ["lens", "seen by", .. Enum.GetNames<MessageField>().Select(f => f.ToLowerInvariant())], lenses.Select(Row));
        return ExitCode.Done;
    }

    // One letter a field: Y readable, C ciphertext, T passes through, I inferable, P in part, N not, ? unknown; d derived, m from memory.
    static object?[] Row(Lens lens) =>
        [lens.Id, lens.Observer.Name, .. Enum.GetValues<MessageField>().Select(field => LensCatalog.ViewOf(lens)?[field].Code ?? "")];

    static void WriteOne(TextWriter output, Lens lens)
    {
        output.WriteLine($"{lens.Id}: {lens.Name}");
        output.WriteLine($"protections: {LensText.Format(lens)}");
        if (LensCatalog.ViewOf(lens) is { } view)
            TextTable.Write(output, ["field", "visible", "kept", "rests on", "date", "source"],
                view.Cells.Select(c => new object?[] { c.Field.ToString().ToLowerInvariant(), c.Visibility.ToString().ToLowerInvariant(), c.Retention, c.Confidence.ToString().ToLowerInvariant(), c.Date, c.Source }));
    }

    static JsonObject Json(Lens lens) => new()
    {
        ["id"] = lens.Id,
        ["name"] = lens.Name,
        ["observer"] = lens.Observer.Name,
        ["protections"] = LensText.Format(lens),
        ["fields"] = new JsonArray([.. (LensCatalog.ViewOf(lens)?.Cells ?? []).Select(c => new JsonObject
        {
            ["field"] = c.Field.ToString().ToLowerInvariant(),
            ["visibility"] = c.Visibility.ToString().ToLowerInvariant(),
            ["retention"] = c.Retention,
            ["confidence"] = c.Confidence.ToString().ToLowerInvariant(),
            ["source"] = c.Source,
            ["date"] = c.Date,
        })]),
    };
}
