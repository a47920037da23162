using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary><see cref="EigenvectorCentrality"/> as a table.</summary>
sealed class EigenvectorAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "eigenvector",
        "Who is tied to those who are themselves well tied.",
        "The leading eigenvector of the weighted undirected adjacency matrix, λ x_v = Σ_u w_uv x_u, of the largest weakly connected component; Euclidean length 1; 0 for actors outside it. Directions are ignored: along them the vector is 0 outside one strongly connected part, which is why PageRank exists.",
        "0 … 1.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. Of equally large components the one with the smallest party number counts.",
        "O(ties) an iteration; more iterations the less the two leading eigenvalues differ. Memory O(actors + ties).",
        "Bonacich, Am. J. Sociol. 92 (1987) 1170, doi 10.1086/228631.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [WeightArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } = [new("actor", "who"), new("eigenvector", "0 … 1, squares together 1")];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Undirected(seen.Restrict(ObservationWindow.Communication));
        var scores = EigenvectorCentrality.Of(graph, WeightArgument.Of(arguments), stop);
        var rows = ActorRows.Of(seen, graph, scores, v => [scores[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
