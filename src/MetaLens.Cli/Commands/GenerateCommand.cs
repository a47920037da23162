using System.CommandLine;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Export;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Synthesis;

namespace MetaLens.Cli.Commands;

/// <summary><c>generate</c>: a labelled synthetic population as files.</summary>
sealed class GenerateCommand : Verb
{
    static readonly PopulationOptions Defaults = new();

    readonly Option<int> _actors = new("--actors") { Description = "People.", DefaultValueFactory = _ => Defaults.Actors, HelpName = "N" };
    readonly Option<int> _days = new("--days") { Description = "Days.", DefaultValueFactory = _ => Defaults.Days, HelpName = "D" };
    readonly Option<double> _perDay = new("--messages-per-day") { Description = "Messages a person sends on an average day.", DefaultValueFactory = _ => Defaults.MessagesPerDay, HelpName = "M" };
    readonly Option<string> _scenario = new("--scenario") { Description = string.Join("; ", Scenario.All.Select(s => $"{s.Id}: {s.Summary}")) + ".", DefaultValueFactory = _ => Defaults.Scenario.Id, HelpName = "ID", CompletionSources = { _ => Scenario.All.Select(s => s.Id) } };
    readonly Option<int> _seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => 0, HelpName = "N" };
    readonly Option<string> _output = new("-o", "--output") { Description = "Folder to write to; made if missing.", HelpName = "DIR", Required = true };

    public GenerateCommand() : base("generate", "Makes a labelled synthetic population: messages.csv, its truth files, and expected.json.",
        "metalens generate -o village", "metalens generate --scenario company --actors 150 --days 60 -o company")
    {
        foreach (Option option in (Option[])[_actors, _days, _perDay, _scenario, _seed, _output]) Add(option);
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var population = PopulationGenerator.Generate(new PopulationOptions
        {
            Actors = parsed.GetValue(_actors),
            Days = parsed.GetValue(_days),
            MessagesPerDay = parsed.GetValue(_perDay),
            Scenario = Scenario.Find(parsed.GetValue(_scenario)!),
            Seed = parsed.GetValue(_seed),
        });
        stop.ThrowIfCancellationRequested();
        var folder = parsed.GetValue(_output)!;
        Directory.CreateDirectory(folder);
        OutputFile.Write(Path.Combine(folder, "messages.csv"), stream => MessagesCsv.Write(population.Log, stream, stop));
        Labels("groups.csv", ["actor", "label"], population.Groups.Select(g => new object?[] { g.Actor, g.Label }));
        Labels("managers.csv", ["actor", "manager"], population.Managers.Select(m => new object?[] { m.Actor, m.Manager }));
        Labels("ties.csv", ["actor_a", "actor_b", "label"], population.Ties.Select(t => new object?[] { t.A, t.B, t.Label }));
        Labels("zones.csv", ["actor", "timezone"], population.Zones.Select(z => new object?[] { z.Actor, z.Zone }));
        Labels("same-person.csv", ["old", "new"], population.SamePerson.Select(s => new object?[] { s.Old, s.New }));
        Labels("events.csv", ["actor", "date", "label"], population.Events.Select(e => new object?[] { e.Actor, e.Date, e.Label }));
        OutputFile.WriteText(Path.Combine(folder, "expected.json"), Expected(population.Log).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
        output.WriteLine($"{Path.Combine(folder, "messages.csv")}: {population.Log.Count} messages between {population.Log.Actors.Count} actors");
        return ExitCode.Done;

        void Labels(string name, string[] columns, IEnumerable<object?[]> rows)
        {
            var list = rows.ToList();
            if (list.Count > 0) OutputFile.WriteText(Path.Combine(folder, name), TableCsv.Write(columns, list));
        }
    }

    // What reading messages.csv must give, known here from the population and not from reading it.
    static JsonObject Expected(MessageLog log)
    {
        var graph = GraphBuilder.Directed(Lens.None.Observe(log));
        return new JsonObject
        {
            ["messages"] = log.Count,
            ["deliveries"] = log.DeliveryCount,
            ["actors"] = log.Actors.Count,
            ["first"] = log.Count == 0 ? null : TimeText.Iso(log.SentAt[0]),
            ["last"] = log.Count == 0 ? null : TimeText.Iso(log.SentAt[^1]),
            ["directed_ties"] = graph.TieCount,
            ["undirected_ties"] = GraphBuilder.ToUndirected(graph).TieCount,
        };
    }
}
