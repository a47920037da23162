using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers;

/// <summary>Tables with a row per actor that has a tie, the highest first.</summary>
static class ActorRows
{
    /// <summary>Rows of a name and the values of each actor, sorted by falling <paramref name="by"/>, equal ones by party number.</summary>
    public static List<object?[]> Of(Observation seen, CommunicationGraph graph, IReadOnlyList<double> by, Func<int, object?[]> values)
    {
        var tied = new bool[graph.NodeCount];
        for (var v = 0; v < graph.NodeCount; v++)
            foreach (var u in graph.Neighbours(v)) tied[v] = tied[u] = true;
        return [.. Enumerable.Range(0, graph.NodeCount).Where(v => tied[v]).OrderByDescending(v => by[v]).Select(v => (object?[])[seen.NameOf(new PartyId(v)), .. values(v)])];
    }

    /// <summary>The note that says over whom the numbers are.</summary>
    public static string Note(IReadOnlyCollection<object?[]> rows, CommunicationGraph graph) =>
        $"{rows.Count} actors with a tie of {graph.NodeCount} in all; {graph.TieCount} {(graph.IsDirected ? "directed" : "undirected")} ties.";
}
