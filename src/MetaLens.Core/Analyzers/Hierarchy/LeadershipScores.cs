using System.Collections.Immutable;
using MetaLens.Graphs;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// Several scores of who leads, one column each, because organisations differ in which of them tells: in one the boss is written to by all, in another the boss knows everybody.
/// Sources: Agarwal, Omuya, Harnly, Rambow, ACL 2012 (aclanthology.org/P12-2032); Nurek, Michalski, Applied Sciences 10 (2020) 1699, doi 10.3390/app10051699.
/// </summary>
/// <param name="Names">Names of the scores.</param>
/// <param name="Values">For each name a value per node; the higher, the more likely a leader.</param>
public sealed record LeadershipScores(ImmutableArray<string> Names, ImmutableArray<ImmutableArray<double>> Values)
{
    /// <summary>All scores of a directed graph. O(edges) an iteration, for betweenness O(starts · edges) with at most 1,000 starts.</summary>
    /// <exception cref="ArgumentException">The graph is undirected.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static LeadershipScores Of(CommunicationGraph graph, int seed = 0, CancellationToken stop = default)
    {
        var volumes = OfVolumes(graph, stop);
        const int MostStarts = 1000;
        return new LeadershipScores(
            [.. volumes.Names, "betweenness", "core"],
            [.. volumes.Values, Betweenness.Estimate(graph, MostStarts, seed, stop: stop).Scores, [.. CoreNumbers.Of(GraphBuilder.ToUndirected(graph)).Select(x => (double)x)]]);
    }

    /// <summary>The scores that go by volumes and contacts, without betweenness and core numbers. O(edges) an iteration.</summary>
    /// <exception cref="ArgumentException">The graph is undirected.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static LeadershipScores OfVolumes(CommunicationGraph graph, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (!graph.IsDirected) throw new ArgumentException("expected a directed graph", nameof(graph));
        var undirected = GraphBuilder.ToUndirected(graph);
        var node = Strengths.Of(graph);
        (string Name, ImmutableArray<double> Values)[] scores =
        [
            ("pagerank", PageRank.Of(graph, stop: stop)),
            ("reverse_pagerank", PageRank.Of(graph, new PageRankOptions { Reverse = true }, stop)),
            ("messages_in", [.. node.In.Select(x => (double)x)]),
            ("messages_out", [.. node.Out.Select(x => (double)x)]),
            ("in_degree", [.. node.InDegree.Select(x => (double)x)]),
            ("out_degree", [.. node.OutDegree.Select(x => (double)x)]),
            ("degree", [.. Enumerable.Range(0, graph.NodeCount).Select(v => (double)undirected.Degree(v))]),
        ];
        return new LeadershipScores([.. scores.Select(s => s.Name)], [.. scores.Select(s => s.Values)]);
    }

    /// <summary>The values of one score.</summary>
    /// <exception cref="ArgumentException">No score has this name.</exception>
    public ImmutableArray<double> this[string name] =>
        Names.IndexOf(name) is var at and >= 0 ? Values[at] : throw new ArgumentException($"no score is called '{name}'; expected one of {string.Join(", ", Names)}", nameof(name));
}
