using System.CommandLine;
using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary><c>inspect</c>: what is it, and what could not be read.</summary>
sealed class InspectCommand : Verb
{
    readonly InputOptions _input = new();

    public InspectCommand() : base("inspect", "Says what a file, folder or archive holds: format, actors, messages, span, and what could not be read.",
        "metalens inspect data/samples/village/messages.csv", "metalens inspect my-download.zip --json") => _input.AddTo(this);

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var input = _input.Read(parsed, error, stop);
        var summary = LogSummary.Of(input);
        if (_input.Json(parsed)) JsonOutput.Write(output, "inspect", summary.ToJson());
        else SummaryText.Write(summary, output);
        return input.ExitCode;
    }
}
