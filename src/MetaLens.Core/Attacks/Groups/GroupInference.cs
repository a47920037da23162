using System.Collections.Immutable;
using MetaLens.Graphs;

namespace MetaLens.Attacks.Groups;

/// <summary>
/// Which group each party belongs to, for an observer that knows the groups of some: label propagation with returns (each party's belief is the weighted mean of its contacts', known ones stay known), over
/// ties weighted by ln(1 + messages) and scaled by the ends' strengths.
/// </summary>
/// <remarks>Source: Zhou et al., "Learning with Local and Global Consistency" (NIPS 2003); the class-mass normalisation of Zhu, Ghahramani and Lafferty (ICML 2003). A link to a contact proves the more, the fewer the contact has.</remarks>
public static class GroupInference
{
    const int Rounds = 50;
    const double Spread = 0.8;

    /// <summary>The likeliest group of each party, and −1 for a party that no known one can be reached from. O(rounds · ties · groups).</summary>
    /// <param name="ties">Who talks with whom.</param>
    /// <param name="known">Group of each party, 0 and up; −1 = unknown.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">Not one entry per party.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<int> Propagate(CommunicationGraph ties, IReadOnlyList<int> known, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count != ties.NodeCount) throw new ArgumentException($"Found {known.Count} groups; expected one per party, {ties.NodeCount}.", nameof(known));
        var undirected = GraphBuilder.ToUndirected(ties);
        int n = undirected.NodeCount, groups = known.Count == 0 ? 0 : known.Max() + 1;
        if (groups <= 0) return [.. Enumerable.Repeat(-1, n)];
        var strength = new double[n];
        for (var v = 0; v < n; v++)
            for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++) strength[v] += Math.Log(1 + undirected.Messages[e]);
        var sizes = new double[groups];
        foreach (var g in known) if (g >= 0) sizes[g]++;
        var belief = new double[n, groups];
        for (var round = 0; round < Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var next = new double[n, groups];
            for (var v = 0; v < n; v++)
            {
                for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++)
                {
                    var u = undirected.Target[e];
                    var weight = Spread * Math.Log(1 + undirected.Messages[e]) / Math.Sqrt(strength[v] * strength[u]);
                    for (var g = 0; g < groups; g++) next[v, g] += weight * belief[u, g];
                }
                if (known[v] >= 0) next[v, known[v]] += 1 - Spread;
            }
            belief = next;
        }
        return [.. Enumerable.Range(0, n).Select(v => Enumerable.Range(0, groups).MaxBy(g => belief[v, g]) is var best && belief[v, best] > 0 ? best : -1)];
    }
}
