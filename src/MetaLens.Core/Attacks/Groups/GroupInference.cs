using System.Collections.Immutable;
using MetaLens.Graphs;

namespace MetaLens.Attacks.Groups;

/// <summary>
/// Which group each party belongs to, for an observer that knows the groups of some: each group has a profile of whom its members talk with, a party goes to the group whose profile its contacts fit best (naive
/// Bayes), and the parties so placed sharpen the profiles. Contacts of unknown group tell as much as those of known: who else talks with them is what counts.
/// </summary>
/// <remarks>
/// Source: Nigam, McCallum, Thrun and Mitchell, "Text Classification from Labeled and Unlabeled Documents using EM", Machine Learning 39 (2000) 103, <c>doi:10.1023/A:1007692713085</c>, with contacts for words and
/// ln(1 + messages) for counts. Its two constants were chosen by cross-validation inside the known half of the departments of email-Eu.
/// </remarks>
public static class GroupInference
{
    const int Rounds = 3;
    const double Background = 100;

    /// <summary>The likeliest group of each party: its own where known, −1 for a party without contacts. O(rounds · ties · groups).</summary>
    /// <param name="ties">Who talks with whom.</param>
    /// <param name="known">Group of each party, 0 and up; −1 = unknown.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">Not one entry per party.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<int> Infer(CommunicationGraph ties, IReadOnlyList<int> known, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count != ties.NodeCount) throw new ArgumentException($"Found {known.Count} groups; expected one per party, {ties.NodeCount}.", nameof(known));
        var graph = GraphBuilder.ToUndirected(ties);
        int n = graph.NodeCount, groups = known.Count == 0 ? 0 : known.Max() + 1;
        if (groups <= 0) return [.. Enumerable.Repeat(-1, n)];
        var weight = TieWeights.Of(graph, TieWeight.LogMessages);
        var usual = new double[n];
        for (var e = 0; e < weight.Length; e++) usual[graph.Target[e]] += weight[e];
        var all = usual.Sum();
        var belief = new double[n][];
        for (var v = 0; v < n; v++)
        {
            belief[v] = new double[groups];
            if (known[v] >= 0) belief[v][known[v]] = 1;
        }
        for (var round = 0; round <= Rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var profiles = new GroupProfiles(graph, weight, belief);
            var next = new double[n][];
            for (var v = 0; v < n; v++) next[v] = known[v] >= 0 || graph.Degree(v) == 0 ? belief[v] : Belief(v, profiles);
            belief = next;
        }
        return [.. Enumerable.Range(0, n).Select(v => known[v] >= 0 ? known[v] : graph.Degree(v) == 0 ? -1 : Array.IndexOf(belief[v], belief[v].Max()))];

        double[] Belief(int v, GroupProfiles profiles)
        {
            var odds = new double[groups];
            for (var g = 0; g < groups; g++)
            {
                odds[g] = Math.Log(profiles.Members[g] + 0.5);
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
                {
                    var contact = graph.Target[e];
                    // What the party itself has added to the profile says nothing about it.
                    var others = profiles.Weight[contact][g] - (belief[v][g] * weight[e]);
                    odds[g] += weight[e] * Math.Log((Math.Max(0, others) + (Background * usual[contact] / all)) / (profiles.Total[g] + Background) * all / usual[contact]);
                }
            }
            var highest = odds.Max();
            var chances = Array.ConvertAll(odds, o => Math.Exp(o - highest));
            var sum = chances.Sum();
            return Array.ConvertAll(chances, c => c / sum);
        }
    }
}
