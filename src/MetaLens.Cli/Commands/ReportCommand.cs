using System.CommandLine;
using System.Security.Cryptography;
using MetaLens.Cli.Output;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Reports;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Publication;

namespace MetaLens.Cli.Commands;

/// <summary><c>report</c>: the main job, one HTML file.</summary>
sealed class ReportCommand : Verb
{
    const int NamesShown = 5;

    readonly IReadOnlyList<string> _typed;
    readonly InputOptions _input = new();
    readonly MeasureOptions _measure = new();
    readonly LensListOptions _lenses = new();
    readonly LanguageOption _language = new();
    readonly Option<string> _output = new("-o", "--output") { Description = "File to write.", DefaultValueFactory = _ => "report.html", HelpName = "FILE" };
    readonly Option<string> _plots = new("--plots") { Description = "Write every figure as SVG into this folder too.", HelpName = "DIR" };
    readonly Option<bool> _png = new("--png") { Description = "With --plots: as PNG too, drawn by an installed Chromium-family browser." };
    readonly Option<bool> _advice = new("--advice") { Description = $"Measure what would help, also for logs above {ReportRecipe.AdviceUpTo} messages (takes a dozen times longer)." };

    readonly Option<bool> _publish = new("--publish") { Description = "Make it fit to show to anybody: invented names, coarse times, nobody alone; says what it changed, and stops where that is not enough." };

    public ReportCommand(IReadOnlyList<string> typed) : base("report", "Writes one HTML file that shows what the records give away, with and without end-to-end encryption.",
        "metalens report data/samples/village/messages.csv -o report.html", "metalens report my-download.zip --plots figures -o report.html")
    {
        _typed = typed;
        _input.AddTo(this);
        _measure.AddTo(this);
        _lenses.AddTo(this);
        _language.AddTo(this);
        foreach (Option option in (Option[])[_output, _plots, _png, _advice, _publish]) Add(option);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var lenses = _lenses.Lenses(parsed);
        var language = _language.Chosen(parsed);
        var input = _input.Read(parsed, error, stop);
        if (input.Log.Count == 0) return ExitCode.DoneButLook;
        // Names of --pseudonymize are not those that --me takes.
        if (input.Log.Owner is null && !_input.Quiet(parsed) && !_input.KeepsNames(parsed) && !parsed.GetValue(_publish) && LikelyOwners.Of(input.Log) is { Count: > 0 } likely)
            error.WriteLine($"metalens: the records do not say whose they are, and the report looks at everybody alike. For a report about you, add --me NAME: {VisibleText.Of(string.Join(" or ", likely.Take(NamesShown).Select(ShellWord.Of)))}{(likely.Count > NamesShown ? ", …" : "")}");
        var seed = _input.Seed(parsed);
        PublishedRecords? published = null;
        if (parsed.GetValue(_publish))
        {
            // Here and not in the report alone: nothing later may know a name. A key file of --pseudonymize would lead back.
            input = input with { Log = input.Log.WithNames(Pseudonyms.For(input.Log.Actors, Pseudonyms.NewKey())) };
            published = PublishedRecords.Of(input.Log, seed, stop);
            foreach (var change in published.Changes(Language.English)) error.WriteLine($"metalens: --publish: {change}");
        }
        var measuredLog = _measure.Choose(parsed, input.Log, error);
        var recipe = new ReportRecipe(lenses, seed)
        {
            AlwaysAdvice = parsed.GetValue(_advice),
            TimeZone = _input.Zone(parsed),
            Language = language,
            InventNames = published is not null || _input.KeepsNames(parsed) ? false : null,
        };
        var provenance = published is null ? Provenance(parsed, input, seed) : PublicProvenance(seed);
        var model = _input.Watched(parsed, error, "measuring what survives", progress => recipe.Make(input.Log, measuredLog, input.Report, provenance, published, progress, stop));
        var file = parsed.GetValue(_output)!;
        var html = ReportRenderer.RenderAsync(model).GetAwaiter().GetResult();
        stop.ThrowIfCancellationRequested();
        OutputFile.WriteText(file, html);
        if (parsed.GetValue(_plots) is { } folder) FigureFiles.Write(folder, ReportRenderer.FiguresAsync(model).GetAwaiter().GetResult(), parsed.GetValue(_png), stop);
        if (_input.Json(parsed)) output.WriteLine(model.ToJson());
        else output.WriteLine(file);
        return input.ExitCode;
    }

    // The command and the names of files may name people, and a hash tells who has the file that it is the same.
    static Provenance PublicProvenance(int seed) => new(ReportRecipe.Version, "metalens report … --publish", [], seed);

    Provenance Provenance(ParseResult parsed, Input input, int seed)
    {
        var (people, paths) = _input.Private(parsed);
        var typed = new ShareableCommand(people, [.. paths, .. ((string?[])[parsed.GetValue(_output), parsed.GetValue(_plots)]).OfType<string>()], HidesFiles: _input.KeepsNames(parsed));
        var read = input.Files.Where(f => f.DiskPath is not null && input.Report.Files.Any(r => r.Name == f.Name));
        return new(ReportRecipe.Version, typed.Text(_typed), [.. read.Select((f, i) => new InputFile(typed.HidesFiles ? $"input {i + 1}" : Path.GetFileName(f.Name), Hash(f)))], seed);
    }

    static string Hash(SourceFile file)
    {
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
