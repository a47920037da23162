using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Structure;

/// <summary>The whole graph in a few numbers.</summary>
sealed class StructureAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "structure",
        "The whole network in a few numbers: ties, components, reciprocity, mixing, clustering.",
        "Density = directed ties / n(n − 1); reciprocity = share of directed ties whose opposite exists; assortativity = correlation of degrees over ties (undirected from both ends; directed: sender's out-degree with "
        + "recipient's in-degree); transitivity and mean clustering as in 'clustering'; weak components ignore directions, strong ones follow them. n = actors with a tie.",
        "Counts; shares 0 … 1; assortativity −1 … 1.",
        "No ties (empty log, only messages to oneself, hidden ends): counts are 0 and shares null. All degrees equal: assortativity null.",
        "O(ties^1.5) at worst, for the triangles. Memory O(actors + ties).",
        "Newman, Phys. Rev. E 67 (2003) 026126, doi 10.1103/PhysRevE.67.026126; Tarjan, SIAM J. Comput. 1 (1972) 146, doi 10.1137/0201010.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [];

    public IReadOnlyList<AnalysisColumn> Columns { get; } = [new("measure", "what"), new("value", "count, share 0 … 1 or correlation −1 … 1; null where not defined")];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var undirected = GraphBuilder.ToUndirected(graph);
        var clustering = Clustering.Of(undirected, stop: stop);
        Partition weak = Components.Weak(graph), strong = Components.Strong(graph);
        double n = Enumerable.Range(0, graph.NodeCount).Count(v => undirected.Degree(v) > 0);
        var lone = graph.NodeCount - (int)n;
        var any = graph.TieCount > 0;
        List<object?[]> rows =
        [
            ["actors_with_a_tie", (int)n],
            ["directed_ties", graph.TieCount],
            ["undirected_ties", undirected.TieCount],
            ["density", any ? graph.TieCount / (n * (n - 1)) : null],
            ["mean_contacts", any ? 2 * undirected.TieCount / n : null],
            ["reciprocity", Reciprocity.Of(graph)],
            ["assortativity_undirected", DegreeAssortativity.Of(undirected)],
            ["assortativity_out_in", DegreeAssortativity.Of(graph)],
            ["transitivity", any ? clustering.Transitivity : null],
            ["mean_clustering", any ? clustering.Local.Sum() / n : null],
            ["weak_components", weak.Count - lone],
            ["largest_weak_share", any ? weak.Sizes[0] / n : null],
            ["strong_components", strong.Count - lone],
            ["largest_strong_share", any ? strong.Sizes[0] / n : null],
            ["largest_core_number", any ? CoreNumbers.Of(undirected).Max() : 0],
        ];
        return new AnalysisTable(rows, lone == 0 ? [] : [$"{lone} actors without a tie are left out of all means and shares."]);
    }
}
