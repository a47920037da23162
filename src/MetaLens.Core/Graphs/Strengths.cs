using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>What each node sends and receives. In an undirected graph both ways are the same.</summary>
/// <param name="Out">Deliveries sent.</param>
/// <param name="In">Deliveries received.</param>
/// <param name="OutDegree">Distinct recipients.</param>
/// <param name="InDegree">Distinct senders.</param>
public sealed record Strengths(ImmutableArray<long> Out, ImmutableArray<long> In, ImmutableArray<int> OutDegree, ImmutableArray<int> InDegree)
{
    /// <summary>Sums over the ties. O(edges).</summary>
    public static Strengths Of(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        long[] sent = new long[graph.NodeCount], received = new long[graph.NodeCount];
        int[] outDegree = new int[graph.NodeCount], inDegree = new int[graph.NodeCount];
        for (var v = 0; v < graph.NodeCount; v++)
        {
            outDegree[v] = graph.Degree(v);
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
            {
                var u = graph.Target[e];
                sent[v] += graph.Messages[e];
                received[u] += graph.Messages[e];
                inDegree[u]++;
            }
        }
        return new Strengths([.. sent], [.. received], [.. outDegree], [.. inDegree]);
    }
}
