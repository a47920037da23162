using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary>Degrees and strengths as a table.</summary>
sealed class DegreeAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "degree",
        "How many people each one writes to and hears from (degree), and how much (strength), and how deep in the core.",
        "Out-degree = distinct recipients, in-degree = distinct senders, degree = distinct contacts either way; out- and in-strength = deliveries. Core number: the largest k such that the actor belongs to a set in which "
        + "each has at least k contacts in the set (directions ignored).",
        "Whole numbers, at least 0; degrees at most actors − 1.",
        "Empty log, hidden senders or recipients: no rows. Messages to oneself do not count.",
        "O(ties). Memory O(actors + ties).",
        "Barrat et al., PNAS 101 (2004) 3747, doi 10.1073/pnas.0400087101 (strength); Batagelj, Zaveršnik 2003, arXiv:cs/0310049 (cores).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("degree", "contacts either way"), new("out_degree", "distinct recipients"), new("in_degree", "distinct senders"),
        new("messages_out", "deliveries sent"), new("messages_in", "deliveries received"), new("core", "core number"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var undirected = GraphBuilder.ToUndirected(graph);
        var strengths = Strengths.Of(graph);
        var cores = CoreNumbers.Of(undirected);
        var rows = ActorRows.Of(seen, graph, [.. Enumerable.Range(0, graph.NodeCount).Select(v => (double)undirected.Degree(v))],
            v => [undirected.Degree(v), graph.Degree(v), strengths.InDegree[v], strengths.Out[v], strengths.In[v], cores[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
