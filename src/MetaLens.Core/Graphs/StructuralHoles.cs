using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Burt's measures of standing between people who do not know each other. p_ij = the part of i's weight (both directions) that is on the tie to j.
/// Source: Burt, Structural Holes (Harvard University Press, 1992), chapter 2; effective size without weights: Borgatti, Connections 20 (1997) 35.
/// </summary>
/// <param name="Constraint">For each node Σ_j (p_ij + Σ_q p_iq p_qj)² over its contacts j, q another contact's tie to j: high where all one's contacts are each other's; above 0, mostly to 1 and at most 1.125. NaN without a contact. As in networkx.</param>
/// <param name="EffectiveSize">For each node its contacts less the mean number of ties each of them has to the others, 1 … contacts; 0 without a contact.</param>
public sealed record StructuralHoles(ImmutableArray<double> Constraint, ImmutableArray<double> EffectiveSize)
{
    /// <summary>Both measures of every node. Directions are joined. O(Σ over ties of the degree of one end), parallel over nodes.</summary>
    /// <param name="graph">Who talks with whom.</param>
    /// <param name="weight">What a tie counts; the effective size counts each 1.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static StructuralHoles Of(CommunicationGraph graph, TieWeight weight, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = GraphBuilder.ToUndirected(graph);
        var part = TieWeights.Of(graph, weight);
        for (var v = 0; v < graph.NodeCount; v++)
        {
            var own = part.AsSpan(graph.Offset[v], graph.Degree(v));
            var all = 0.0;
            foreach (var w in own) all += w;
            foreach (ref var w in own) w /= all;
        }
        var (constraint, size) = (new double[graph.NodeCount], new double[graph.NodeCount]);
        Parallel.For(0, graph.NodeCount, new ParallelOptions { CancellationToken = stop }, () => new double[graph.NodeCount], (v, _, through) =>
        {
            (constraint[v], size[v]) = OfNode(graph, part, v, through);
            return through;
        }, static _ => { });
        return new StructuralHoles([.. constraint], [.. size]);
    }

    // The room is cleared again where it was written.
    static (double Constraint, double EffectiveSize) OfNode(CommunicationGraph graph, double[] part, int v, double[] through)
    {
        var contacts = graph.Neighbours(v);
        if (contacts.IsEmpty) return (double.NaN, 0);
        foreach (var j in contacts) through[j] = 1;
        var among = 0;
        for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
        {
            var q = graph.Target[e];
            for (var f = graph.Offset[q]; f < graph.Offset[q + 1]; f++)
            {
                var j = graph.Target[f];
                if (through[j] == 0) continue;
                through[j] += part[e] * part[f];
                among++;
            }
        }
        var constraint = 0.0;
        for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
        {
            var reached = part[e] + through[graph.Target[e]] - 1;
            constraint += reached * reached;
            through[graph.Target[e]] = 0;
        }
        return (constraint, contacts.Length - ((double)among / contacts.Length));
    }
}
