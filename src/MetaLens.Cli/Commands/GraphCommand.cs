using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary><c>graph</c>: the tie graph for other tools.</summary>
sealed class GraphCommand : Verb
{
    readonly InputOptions _input = new();
    readonly LensOptions _lens = new();
    readonly Option<string> _output = new("-o", "--output") { Description = "File to write: .graphml, .gexf or .csv.", HelpName = "FILE", Required = true };

    public GraphCommand() : base("graph", "Writes the tie graph (who with whom, messages, bytes, first, last) for other tools.",
        "metalens graph data/samples/village/messages.csv -o village.graphml", "metalens graph data/samples/village/messages.csv --lens none -o ties.csv")
    {
        _input.AddTo(this);
        _lens.AddTo(this);
        Add(_output);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var file = parsed.GetValue(_output)!;
        var format = GraphFormats.Find(Path.GetExtension(file))
            ?? throw new ArgumentException($"-o: found '{file}'; expected a name ending in {string.Join(", ", GraphFormats.All.Select(f => f.Extension))}.");
        var input = _input.Read(parsed, error, stop);
        var seen = _lens.Observe(parsed, input.Log, _input.Seed(parsed)).Restrict(ObservationWindow.Communication);
        var graph = GraphBuilder.Directed(seen);
        OutputFile.Write(file, stream => format.Write(graph, seen, stream));
        if (_input.Json(parsed)) JsonOutput.Write(output, "graph", new JsonObject { ["file"] = file, ["lens"] = seen.Lens.Id, ["parties"] = graph.NodeCount, ["directed_ties"] = graph.TieCount });
        return input.ExitCode;
    }
}
