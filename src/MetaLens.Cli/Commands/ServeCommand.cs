using System.CommandLine;
using MetaLens.Cli.Output;
using MetaLens.Cli.Serving;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Reports;

namespace MetaLens.Cli.Commands;

/// <summary><c>serve</c>: the live view in a browser of this machine.</summary>
sealed class ServeCommand : Verb
{
    readonly InputOptions _input = new();
    // A dial should move the matrix within seconds.
    readonly MeasureOptions _measure = new(usual: 20_000);
    readonly LensListOptions _lenses = new();
    readonly LanguageOption _language = new();
    readonly Option<int> _port = new("--port") { Description = "Port on 127.0.0.1; 0 = any that is free.", DefaultValueFactory = _ => 0, HelpName = "N" };
    readonly Option<bool> _noOpen = new("--no-open") { Description = "Print the address and open no browser." };

    public ServeCommand() : base("serve", "Opens a page in the browser on which an export can be dropped: the report, and dials to see what protections would change. On this machine only; uploads stay in memory.",
        "metalens serve", "metalens serve data/samples/village/messages.csv --port 8080 --no-open")
    {
        _input.AddTo(this, isLive: true);
        _measure.AddTo(this);
        _lenses.AddTo(this);
        _language.AddTo(this);
        Add(_port);
        Add(_noOpen);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var port = parsed.GetValue(_port);
        if (port is < 0 or > 65_535) throw new ArgumentException($"--port: found {port}; expected 0 … 65535.");
        var recipe = new ReportRecipe(_lenses.Lenses(parsed), _input.Seed(parsed)) { TimeZone = _input.Zone(parsed), InventNames = _input.KeepsNames(parsed) ? false : null, Language = _language.Chosen(parsed) };
        var session = new LiveSession(recipe, _input.Options(parsed), _input.Format(parsed), _measure.Last(parsed));
        if (_input.Inputs(parsed).Count > 0) session.Begin(token => Read(parsed, recipe, error, token));
        Serve(session, port, parsed.GetValue(_noOpen), output, error, stop).GetAwaiter().GetResult();
        return ExitCode.Interrupted;
    }

    static async Task Serve(LiveSession session, int port, bool noOpen, TextWriter output, TextWriter error, CancellationToken stop)
    {
        // Measuring takes every processor; pages and Ctrl-C are to be answered all the same.
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(workers + 8, completions);
        await using var server = await LiveServer.StartAsync(session, port);
        output.WriteLine(server.Address);
        output.Flush();
        error.WriteLine("metalens: the page is for this machine alone, and its address is its key: pass it on to nobody. Ctrl-C stops it and forgets everything.");
        if (!noOpen && !Browser.Open(server.Address)) error.WriteLine("metalens: no browser could be opened; open the address yourself.");
        await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    (MessageLog Log, IngestionReport Report, Provenance Provenance) Read(ParseResult parsed, ReportRecipe recipe, TextWriter error, CancellationToken stop)
    {
        var input = _input.Read(parsed, error, stop);
        return (input.Log, input.Report, new Provenance(ReportRecipe.Version, "metalens serve", [.. _input.Inputs(parsed).Select(i => new InputFile(Path.GetFileName(i), ""))], recipe.Seed));
    }
}
