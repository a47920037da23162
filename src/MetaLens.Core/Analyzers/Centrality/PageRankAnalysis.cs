using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary><see cref="PageRank"/> and its reverse as a table.</summary>
sealed class PageRankAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "pagerank",
        "Who is written to by those who are written to (PageRank), and who writes to those who write (its reverse).",
        "p_v = (1 − d)/n + d (Σ_u p_u w_uv / Σ_x w_ux + Σ_dangling p / n): a surfer follows ties in proportion to their weight and starts anew with probability 1 − d or where no tie leads on (dangling actors spread "
        + "evenly over all, as in networkx). The reverse follows ties from recipient to sender. Iterated until the scores together change by less than 1e-12.",
        "Above 0; all actors together 1, those without a tie included.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows.",
        "O(ties) an iteration, at most about 170 at d = 0.85. Memory O(actors + ties).",
        "Page, Brin, Motwani, Winograd, Stanford InfoLab 1999-66; Brin, Page, Computer Networks 30 (1998) 107, doi 10.1016/S0169-7552(98)00110-X.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [WeightArgument.Parameter, new("damping", "0.85", "chance to follow a tie, 0 … 0.999")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("pagerank", "above 0, all together 1"), new("reverse_pagerank", "the same along ties turned round"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var options = new PageRankOptions { Weight = WeightArgument.Of(arguments), Damping = arguments.Number("damping", 0, 0.999) };
        var scores = PageRank.Of(graph, options, stop);
        var reverse = PageRank.Of(graph, options with { Reverse = true }, stop);
        var rows = ActorRows.Of(seen, graph, scores, v => [scores[v], reverse[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
