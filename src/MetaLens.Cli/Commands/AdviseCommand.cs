using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary><c>advise</c>: what would help, and what it would cost.</summary>
sealed class AdviseCommand : Verb
{
    static readonly string[] Columns = ["protections", "mean_exposure", "low", "high", "removed", "delay_seconds", "extra_bytes_share", "on_frontier"];

    readonly InputOptions _input = new();
    readonly MeasureOptions _measure = new();
    readonly Option<string> _lens = new("--lens") { Description = "The observer to protect against ('metalens lenses' lists them).", DefaultValueFactory = _ => "instagram-e2ee-optin", HelpName = "ID", CompletionSources = { LensListOptions.Ids } };
    readonly Option<string> _labels = new("--labels") { Description = "CSV with the header conversation,earlier,later: which message answers which, for the attack on replies.", HelpName = "FILE" };

    public AdviseCommand() : base("advise", "Ranks protections by how much exposure they remove for what they cost in delay and bytes; marks the Pareto frontier. Then every attack in its own setting, and what protections leave of it ('weaker': its interval lies below; 'beaten': it reaches guessing, or a tenth is left of what was above it).",
        "metalens advise data/samples/village/messages.csv", "metalens advise data/samples/village/messages.csv --lens signal-sealed --json")
    {
        _input.AddTo(this);
        _measure.AddTo(this);
        Add(_lens);
        Add(_labels);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var lens = LensCatalog.Find(parsed.GetValue(_lens)!);
        var input = _input.Read(parsed, error, stop);
        var measured = _measure.Choose(parsed, input.Log, error);
        var (now, advice) = _input.Watched(parsed, error, "trying protections", progress => ProtectionAdviser.Advise(measured, lens, _input.Seed(parsed), progress.Of("trying protections"), stop));
        var latest = measured.Count > AttackDefences.UsualMessages ? measured.Latest(AttackDefences.UsualMessages) : measured;
        if (latest.Count < measured.Count && !_input.Quiet(parsed)) error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"metalens: attacks are measured on the last {latest.Count:N0} of {measured.Count:N0} messages"));
        var replies = parsed.GetValue(_labels) is { } file ? new ReplyLinks(latest, LabelFile.Read(file, ["conversation", "earlier", "later"])) : null;
        var attacks = _input.Watched(parsed, error, "attacking", progress => AttackDefences.Measure(latest, _input.Seed(parsed), replies, only: null, progress.Of("attacking"), stop));
        var rows = advice.Select(a => new object?[] { a.Text, a.MeanExposure, a.Low, a.High, a.Removed, a.Cost.MeanDelay.TotalSeconds, a.ExtraBytesShare, a.OnFrontier }).ToList();
        if (_input.Json(parsed))
            JsonOutput.Write(output, "advise", new JsonObject
            {
                ["lens"] = lens.Id,
                ["mean_exposure"] = now,
                ["advice"] = new JsonArray([.. rows.Select(row => new JsonObject(Columns.Select((c, i) => KeyValuePair.Create(c, JsonOutput.Value(row[i])))))]),
                ["attacks"] = DefenceRows.Json(attacks),
            });
        else if (_input.Csv(parsed)) output.Write(TableCsv.Write(Columns, rows));
        else
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mean exposure through {lens.Id} as it is: {now:0.00}"));
            TextTable.Write(output, Columns, rows);
            output.WriteLine("\nEvery attack in the setting that it is made for, and with protections:");
            TextTable.Write(output, DefenceRows.Columns, DefenceRows.Of(attacks));
        }
        return input.ExitCode;
    }
}
