using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Exposure;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary><c>advise</c>: what would help, and what it would cost.</summary>
sealed class AdviseCommand : Verb
{
    static readonly string[] Columns = ["protections", "mean_exposure", "low", "high", "removed", "delay_seconds", "extra_bytes_share", "on_frontier"];

    readonly InputOptions _input = new();
    readonly MeasureOptions _measure = new();
    readonly Option<string> _lens = new("--lens") { Description = "The observer to protect against ('metalens lenses' lists them).", DefaultValueFactory = _ => "instagram-e2ee-optin", HelpName = "ID" };

    public AdviseCommand() : base("advise", "Ranks protections by how much exposure they remove for what they cost in delay and bytes; marks the Pareto frontier.",
        "metalens advise data/samples/village/messages.csv", "metalens advise data/samples/village/messages.csv --lens signal-sealed --json")
    {
        _input.AddTo(this);
        _measure.AddTo(this);
        Add(_lens);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var lens = LensCatalog.Find(parsed.GetValue(_lens)!);
        var input = _input.Read(parsed, error, stop);
        var measured = _measure.Choose(parsed, input.Log, error);
        var (now, advice) = _input.Watched(parsed, error, "trying protections", progress => ProtectionAdviser.Advise(measured, lens, _input.Seed(parsed), progress.Of("trying protections"), stop));
        var rows = advice.Select(a => new object?[] { a.Text, a.MeanExposure, a.Low, a.High, a.Removed, a.Cost.MeanDelay.TotalSeconds, a.ExtraBytesShare, a.OnFrontier }).ToList();
        if (_input.Json(parsed))
            JsonOutput.Write(output, "advise", new JsonObject
            {
                ["lens"] = lens.Id,
                ["mean_exposure"] = now,
                ["advice"] = new JsonArray([.. rows.Select(row => new JsonObject(Columns.Select((c, i) => KeyValuePair.Create(c, JsonOutput.Value(row[i])))))]),
            });
        else if (_input.Csv(parsed)) output.Write(TableCsv.Write(Columns, rows));
        else
        {
            output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Mean exposure through {lens.Id} as it is: {now:0.00}"));
            TextTable.Write(output, Columns, rows);
        }
        return input.ExitCode;
    }
}
