namespace MetaLens.Graphs;

/// <summary>The weights of a graph's edges.</summary>
public static class TieWeights
{
    /// <summary>One weight per edge, in the order of <see cref="CommunicationGraph.Target"/>. O(edges).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a <see cref="TieWeight"/>.</exception>
    public static double[] Of(CommunicationGraph graph, TieWeight weight)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var weights = new double[graph.Target.Length];
        var messages = graph.Messages;
        switch (weight)
        {
            case TieWeight.Unweighted: weights.AsSpan().Fill(1); break;
            case TieWeight.Messages: for (var e = 0; e < weights.Length; e++) weights[e] = messages[e]; break;
            case TieWeight.LogMessages: for (var e = 0; e < weights.Length; e++) weights[e] = Math.Log(1.0 + messages[e]); break;
            default: throw new ArgumentOutOfRangeException(nameof(weight), weight, "expected Unweighted, Messages or LogMessages");
        }
        return weights;
    }
}
