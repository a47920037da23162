using MetaLens.Analyzers.Frequency;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary><see cref="Closeness"/> as a table.</summary>
sealed class ClosenessAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "closeness",
        "How few steps lie between each one and the others, by three conventions.",
        "R = actors at a finite distance, S = the sum of their distances, n = all actors. closeness (Wasserman–Faust) = |R|/(n − 1) · |R|/S; closeness_plain = |R|/S, which makes a pair apart from all others look central; "
        + "harmonic = Σ 1/d / (n − 1). Every tie is one step, whatever its weight: many messages do not make a way longer. Distances run along the messages towards the actor (--direction received, networkx's convention), away from it (sent) or either way (both).",
        "0 … 1.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. Nobody at a finite distance: 0.",
        "O(actors · ties) at worst, 64 actors sharing a walk. Memory O(actors + ties).",
        "Wasserman, Faust, Social Network Analysis (1994) 201, doi 10.1017/CBO9780511815478; Boldi, Vigna, Internet Math. 10 (2014) 222, doi 10.1080/15427951.2013.865686.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [DirectionArgument.Parameter("received", "ways of messages to the actor, from it, or either way")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("closeness", "Wasserman–Faust, 0 … 1"), new("closeness_plain", "within the reachable part only, 0 … 1"), new("harmonic", "mean of 1/distance, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var direction = DirectionArgument.Of(arguments);
        if (direction == Direction.Both) graph = GraphBuilder.ToUndirected(graph);
        var scores = Closeness.Of(graph, direction == Direction.Received, stop);
        var rows = ActorRows.Of(seen, graph, scores.WassermanFaust, v => [scores.WassermanFaust[v], scores.Plain[v], scores.Harmonic[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
