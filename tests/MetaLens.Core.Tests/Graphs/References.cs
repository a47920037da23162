using System.Collections.Concurrent;
using System.Text.Json;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

/// <summary>A public data set with the values that networkx 2.8.8 and python-igraph 0.10.2 have for it (tests/references/graphs.py; conventions in its header).</summary>
sealed class References
{
    static readonly ConcurrentDictionary<string, References> Known = new();

    readonly Dictionary<string, int> _node = [];

    References(string name, MessageLog log)
    {
        Seen = Lens.None.Observe(log);
        Directed = GraphBuilder.Directed(Seen);
        Undirected = GraphBuilder.ToUndirected(Directed);
        for (var p = 0; p < Seen.PartyCount; p++) _node[Seen.NameOf(new PartyId(p))] = p;
        Values = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(SharedData.Root, "tests", "references", $"graphs-{name}.json"))).RootElement;
    }

    public Observation Seen { get; }
    public CommunicationGraph Directed { get; }
    public CommunicationGraph Undirected { get; }
    public JsonElement Values { get; }

    public static TheoryData<string> Names => ["collegemsg", "copenhagen", "manufacturing"];

    public static References Of(string name) => Known.GetOrAdd(name, _ => new References(name, name switch
    {
        "collegemsg" => Logs.CollegeMsg(),
        "copenhagen" => Logs.CopenhagenSms(),
        _ => Logs.Manufacturing(),
    }));

    public int Node(string identifier) => _node[identifier];

    public void AssertEqual(string measure, IReadOnlyList<double> found, double tolerance = 1e-9)
    {
        var expected = Values.GetProperty(measure);
        foreach (var value in expected.GetProperty("sample").EnumerateObject())
            Assert.Equal(value.Value.GetDouble(), found[Node(value.Name)], tolerance);
        AssertClose(expected.GetProperty("sum").GetDouble(), found.Sum());
        AssertClose(expected.GetProperty("sum_of_squares").GetDouble(), found.Sum(x => x * x));

        void AssertClose(double a, double b) => Assert.Equal(a, b, tolerance * Math.Max(1, Math.Abs(a)));
    }
}
