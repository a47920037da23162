using System.Collections.Immutable;
using MathNet.Numerics;

namespace MetaLens.Graphs;

/// <summary>The ties that are more than chance, by three null models: what may be drawn or clustered when everything is too much.</summary>
public static class Backbone
{
    /// <summary>
    /// Disparity filter: a node that spread its messages at random over its k ties would give one of them a share of at least w/s with probability (1 − w/s)^(k − 1); a tie's p-value
    /// is the smaller of both ends' (sender's out-ties, recipient's in-ties when directed). The only tie of a node has p-value 1 from that end. O(edges).
    /// Source: Serrano, Boguñá, Vespignani, PNAS 106(16), 2009, doi 10.1073/pnas.0808904106.
    /// </summary>
    public static SignificantTies Disparity(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var node = Strengths.Of(graph);
        ImmutableArray<Tie> ties = [.. graph.Ties()];
        return SignificantTies.Of(ties, [.. ties.Select(t => Math.Min(Chance(t.Messages, node.Out[t.A], node.OutDegree[t.A]), Chance(t.Messages, node.In[t.B], node.InDegree[t.B])))]);

        static double Chance(int messages, long all, int degree) => degree < 2 ? 1 : Math.Pow(1 - ((double)messages / all), degree - 1);
    }

    /// <summary>
    /// Hypergeometric null (statistically validated network): were all messages dealt out at random with everybody's totals kept, the tie would carry at least w with
    /// probability P[H ≥ w], H hypergeometric of all messages N, those of A and those of B. When undirected, N counts each message at both ends. O(Σ messages) at worst.
    /// Source: Tumminello, Miccichè, Lillo, Piilo, Mantegna, PLoS ONE 6(3), e17994 (2011), doi 10.1371/journal.pone.0017994.
    /// </summary>
    public static SignificantTies Hypergeometric(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var node = Strengths.Of(graph);
        var all = node.Out.Sum();
        ImmutableArray<Tie> ties = [.. graph.Ties()];
        return SignificantTies.Of(ties, [.. ties.Select(t => HypergeometricTail(t.Messages, all, node.Out[t.A], node.In[t.B]))]);
    }

    /// <summary>P[H ≥ least] of draws without replacement: <paramref name="drawn"/> of <paramref name="all"/>, of which <paramref name="marked"/> are marked.</summary>
    internal static double HypergeometricTail(long least, long all, long marked, long drawn)
    {
        long low = Math.Max(0, marked + drawn - all), high = Math.Min(marked, drawn);
        if (least <= low) return 1;
        if (least > high) return 0;
        // Terms shrink away from the mode, so the tail that lies on the observed count's own side is summed, each term from the one before.
        var above = least > (double)marked * drawn / all;
        var x = above ? least : least - 1;
        var term = Math.Exp(LogChoose(marked, x) + LogChoose(all - marked, drawn - x) - LogChoose(all, drawn));
        double sum = 0;
        while (x >= low && x <= high && term > sum * 1e-17)
        {
            sum += term;
            term *= above
                ? (double)(marked - x) / (x + 1) * (drawn - x) / (all - marked - drawn + x + 1)
                : (double)x / (marked - x + 1) * (all - marked - drawn + x) / (drawn - x + 1);
            x += above ? 1 : -1;
        }
        return Math.Clamp(above ? sum : 1 - sum, 0, 1);

        static double LogChoose(long n, long k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
    }
}
