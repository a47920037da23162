using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary><see cref="Dispersion"/> and <see cref="NeighbourhoodOverlap"/> as a table.</summary>
sealed class DispersionAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "dispersion",
        "Who knows people from all corners of one's life: a partner's mark in the network.",
        "C = common contacts of ego u and alter v. dispersion = pairs s, t of C that are not tied and share no contact among u's contacts but v; normalized = dispersion/|C|; recursive = x_v after three rounds of "
        + "x_v ← (Σ_{w∈C} x_w² + 2 Σ x_s x_t over those pairs)/|C| from x = 1; overlap = |C|/((k_u − 1) + (k_v − 1) − |C|). overlap_p = P[H ≥ |C|], H hypergeometric of the other people with a tie, u's other contacts and v's: as many in common by chance, corrected over all ties (Benjamini–Hochberg). Directions ignored. Sorted by ego, then recursive dispersion.",
        "Embeddedness and dispersion whole numbers; overlap 0 … 1; others at least 0.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. No common contact: all 0.",
        "O(Σ k³/64) over degrees k. Memory O(ties + largest degree²).",
        "Backstrom, Kleinberg, CSCW 2014, doi 10.1145/2531602.2531642; Onnela et al., PNAS 104 (2007) 7332, doi 10.1073/pnas.0610245104 (overlap).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [PartyArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "ego"), new("alter", "one of its contacts"), new("messages", "deliveries both ways"), new("embeddedness", "common contacts"), new("overlap", "0 … 1"), new("overlap_p", "so many in common by chance, corrected, 0 … 1"),
        new("dispersion", "unconnected pairs of common contacts"), new("dispersion_normalized", "per common contact"), new("dispersion_recursive", "after three rounds"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Undirected(seen.Restrict(ObservationWindow.Communication));
        var party = PartyArgument.Find(seen, arguments);
        var found = Dispersion.Of(graph, stop);
        var chance = OverlapChances(graph, found);
        var rows = new List<object?[]>();
        foreach (var ego in party is { } one ? [one.Index] : Enumerable.Range(0, graph.NodeCount))
            foreach (var e in Enumerable.Range(graph.Offset[ego], graph.Degree(ego)).OrderByDescending(e => found.Recursive[e]))
                rows.Add([seen.NameOf(new PartyId(ego)), seen.NameOf(new PartyId(graph.Target[e])), graph.Messages[e], found.Embeddedness[e],
                    NeighbourhoodOverlap.Of(found.Embeddedness[e], graph.Degree(ego), graph.Degree(graph.Target[e])), chance[e], found.Absolute[e], found.Normalized[e], found.Recursive[e]]);
        return new AnalysisTable(rows, []);
    }

    // At both places of each tie, corrected over ties.
    static double[] OverlapChances(CommunicationGraph graph, Dispersion found)
    {
        var others = Enumerable.Range(0, graph.NodeCount).Count(v => graph.Degree(v) > 0) - 2;
        var chance = new double[graph.Target.Length];
        Array.Fill(chance, double.NaN);
        for (var u = 0; u < graph.NodeCount; u++)
            for (var e = graph.Offset[u]; e < graph.Offset[u + 1]; e++)
                if (graph.Target[e] is var v && v > u) chance[e] = Backbone.HypergeometricTail(found.Embeddedness[e], others, graph.Degree(u) - 1, graph.Degree(v) - 1);
        var corrected = FalseDiscovery.BenjaminiHochberg(chance);
        for (var u = 0; u < graph.NodeCount; u++)
            for (var e = graph.Offset[u]; e < graph.Offset[u + 1]; e++)
                if (graph.Target[e] < u) corrected[e] = corrected[graph.Find(graph.Target[e], u)];
        return corrected;
    }
}
