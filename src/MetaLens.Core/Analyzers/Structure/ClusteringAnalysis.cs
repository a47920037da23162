using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Structure;

/// <summary><see cref="Clustering"/> as a table.</summary>
sealed class ClusteringAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "clustering",
        "How often two contacts of a person are contacts of each other, by three definitions.",
        "t = tied pairs among k contacts. clustering = 2t/(k(k − 1)); clustering_geometric = the same with each triangle counting (w_uv w_uw w_vw)^(1/3)/max w (networkx's weighted clustering); clustering_barrat = "
        + "Σ over triangles (w_uv + w_uw) / (s_u (k − 1)), s_u the strength. Directions ignored. The note gives transitivity (3 · triangles / pairs of ties that share an actor) and the mean of clustering.",
        "0 … 1; triangles a whole number.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. Fewer than two contacts: 0.",
        "O(ties^1.5) at worst. Memory O(actors + ties).",
        "Watts, Strogatz, Nature 393 (1998) 440, doi 10.1038/30918; Onnela et al., Phys. Rev. E 71 (2005) 065103, doi 10.1103/PhysRevE.71.065103; Barrat et al., PNAS 101 (2004) 3747, doi 10.1073/pnas.0400087101.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [WeightArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("triangles", "tied pairs of contacts"), new("clustering", "unweighted, 0 … 1"),
        new("clustering_geometric", "geometric mean of weights, 0 … 1"), new("clustering_barrat", "Barrat's, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Undirected(seen.Restrict(ObservationWindow.Communication));
        var found = Clustering.Of(graph, WeightArgument.Of(arguments), stop);
        var rows = ActorRows.Of(seen, graph, [.. found.Triangles.Select(t => (double)t)], v => [found.Triangles[v], found.Local[v], found.GeometricMean[v], found.Barrat[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph), FormattableString.Invariant($"Transitivity {found.Transitivity:0.####}, mean clustering {found.Average:0.####}.")]);
    }
}
