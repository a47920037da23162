using MetaLens.Analyzers.Frequency;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary><see cref="Betweenness"/> as a table.</summary>
sealed class BetweennessAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "betweenness",
        "Who stands between others: the share of shortest paths that run through each one.",
        "b_v = Σ_{s≠v≠t} σ_st(v)/σ_st / ((n − 1)(n − 2)) over ordered pairs, σ_st the shortest paths from s to t by number of ties, along the messages (--direction sent; received turns every path round, which changes no value) or either way (both); ends do not count. With --samples the paths of so many starts, drawn without "
        + "replacement, are followed and scaled up; the note gives a bound on every value's error that holds with probability 95 % (Hoeffding, jointly over all actors). Path weights are not used: many messages do not make a path longer.",
        "0 … 1.",
        "Empty log, hidden senders or recipients: no rows. Fewer than three actors: all 0. Messages to oneself make no tie.",
        "O(starts · ties). Memory O(actors + ties).",
        "Brandes, J. Math. Sociol. 25 (2001) 163, doi 10.1080/0022250X.2001.9990249; Brandes, Pich, Int. J. Bifurcation Chaos 17 (2007) 2303, doi 10.1142/S0218127407018403.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("samples", "0", "starts whose paths are followed; 0 = all up to 20,000 actors, 1,000 beyond"), DirectionArgument.Parameter("sent", "way of the paths: along the messages, against them, or either way")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } = [new("actor", "who"), new("betweenness", "share of shortest paths between others, 0 … 1")];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        switch (DirectionArgument.Of(arguments))
        {
            case Direction.Both: graph = GraphBuilder.ToUndirected(graph); break;
            case Direction.Received: graph = GraphBuilder.Reversed(graph); break;
        }
        var samples = arguments.Whole("samples", 0, int.MaxValue);
        if (samples == 0) samples = graph.NodeCount <= 20_000 ? Math.Max(1, graph.NodeCount) : 1000;
        var found = Betweenness.Estimate(graph, samples, arguments.Seed, stop: stop);
        var rows = ActorRows.Of(seen, graph, found.Scores, v => [found.Scores[v]]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph), found.ErrorBound == 0 ? "Exact."
            : FormattableString.Invariant($"Estimated from {found.Samples} starts; with probability 95 % no value is off by more than {found.ErrorBound:0.####}.")]);
    }
}
