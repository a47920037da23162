using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>How many nodes each start reaches.</summary>
/// <param name="Starts">The starts.</param>
/// <param name="NodeCount">Nodes of the graph.</param>
/// <param name="Reached">For each number of hops (index 0 = one hop) the nodes reached by each start, itself left out; never falling with hops.</param>
public sealed record ReachTable(ImmutableArray<int> Starts, int NodeCount, ImmutableArray<ImmutableArray<int>> Reached)
{
    /// <summary>The share of all other nodes that a start reaches, 0 … 1; 0 when there are no others.</summary>
    /// <param name="hops">Number of hops, from 1.</param>
    /// <param name="start">Position in <see cref="Starts"/>.</param>
    public double Share(int hops, int start) => NodeCount < 2 ? 0 : (double)Reached[hops - 1][start] / (NodeCount - 1);

    /// <summary>Summary over the starts; null without starts.</summary>
    /// <param name="hops">Number of hops, from 1.</param>
    public ReachSummary? Summarize(int hops)
    {
        if (Starts.Length == 0) return null;
        var sorted = Reached[hops - 1].Sort();
        var scale = NodeCount < 2 ? 0 : 1.0 / (NodeCount - 1);
        return new ReachSummary(hops, Quantile(sorted, 0.5) * scale, Quantile(sorted, 0.9) * scale, sorted.Average() * scale, sorted[^1] * scale);
    }

    // Linear between neighbouring values (Hyndman and Fan's type 7, the default of R and NumPy).
    static double Quantile(ImmutableArray<int> sorted, double q)
    {
        var at = q * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
