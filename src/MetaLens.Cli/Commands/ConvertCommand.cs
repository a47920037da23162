using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;

namespace MetaLens.Cli.Commands;

/// <summary><c>convert</c>: the normalised records as CSV.</summary>
sealed class ConvertCommand : Verb
{
    readonly InputOptions _input = new();
    readonly Option<string> _output = new("-o", "--output") { Description = "File to write; standard output without it.", HelpName = "FILE" };

    public ConvertCommand() : base("convert", "Writes the normalised records, a row a delivery: message_id,sent_at,sender,recipient,size,conversation.",
        "metalens convert my-download.zip -o messages.csv", "metalens convert data/samples/village/messages.csv --pseudonymize key.txt -o safe.csv")
    {
        _input.AddTo(this);
        Add(_output);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        if (_input.Json(parsed) && parsed.GetValue(_output) is null) throw new ArgumentException("--json: found no -o; expected a file for the records, because standard output takes one of the two. Mend: add -o messages.csv.");
        var input = _input.Read(parsed, error, stop);
        if (parsed.GetValue(_output) is { } file)
        {
            OutputFile.Write(file, stream => MessagesCsv.Write(input.Log, stream, stop));
            if (_input.Json(parsed)) JsonOutput.Write(output, "convert", new JsonObject { ["file"] = file, ["messages"] = input.Log.Count, ["deliveries"] = input.Log.DeliveryCount, ["actors"] = input.Log.Actors.Count });
        }
        else
        {
            using var all = new MemoryStream();
            MessagesCsv.Write(input.Log, all, stop);
            output.Write(System.Text.Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length));
        }
        return input.ExitCode;
    }
}
