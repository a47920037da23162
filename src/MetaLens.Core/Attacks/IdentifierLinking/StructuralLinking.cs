using System.Collections.Immutable;
using MetaLens.Graphs;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>
/// Two releases of one graph with the nodes numbered differently, matched by nothing but who is tied to whom: colour refinement (one-dimensional Weisfeiler–Leman) on both at once; where nodes share a colour, one is
/// singled out on either side, and the refinement goes on.
/// </summary>
/// <remarks>
/// Source: Weisfeiler and Leman (1968); McKay and Piperno, "Practical graph isomorphism, II", J. Symbolic Computation 60 (2014) 94, <c>doi:10.1016/j.jsc.2013.09.003</c>. Nodes that a symmetry exchanges can be told apart
/// by nobody: any of them is a right answer, and the whole is checked tie by tie.
/// </remarks>
public static class StructuralLinking
{
    const int MostTried = 32;

    /// <summary>Matches two graphs. O(rounds · ties · log parties) where refinement alone decides; singling out tries at most 32 partners a step and does not go back.</summary>
    /// <param name="first">One release, directed or not; weights and times do not count.</param>
    /// <param name="second">The other, of the same kind.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>
    /// For each node of the first the node of the second, −1 where none is left; how many nodes refinement alone fixed; and whether every tie of the first is one of the second under the match, and
    /// none besides: a match up to symmetry.
    /// </returns>
    /// <exception cref="ArgumentException">One is directed and the other is not.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static (ImmutableArray<int> Match, int FixedByRefinement, bool IsExact) Match(CommunicationGraph first, CommunicationGraph second, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.IsDirected != second.IsDirected) throw new ArgumentException("Both graphs are directed, or neither is.", nameof(second));
        var refinement = new ColourRefinement(first, second);
        var colours = refinement.Refine(new int[first.NodeCount], new int[second.NodeCount]);
        var alone = ColourRefinement.Classes(colours).Count(c => c.First.Count == 1 && c.Second.Count == 1);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var open = ColourRefinement.Classes(colours).Where(c => c.First.Count > 0 && c.Second.Count > 0 && c.First.Count + c.Second.Count > 2).OrderBy(c => c.First.Count + c.Second.Count).FirstOrDefault();
            if (open.First is null) break;
            // The first partner under which both sides still have the same colours; if none, the graphs differ, and the one that differs least is taken.
            var best = open.Second.Take(MostTried).Select(partner => refinement.SingledOut(colours, open.First[0], partner)).Select(c => (Colours: c, Unequal: Unequal(c)));
            var least = (Colours: colours, Unequal: int.MaxValue);
            foreach (var tried in best)
            {
                if (tried.Unequal < least.Unequal) least = tried;
                if (tried.Unequal == 0) break;
            }
            colours = least.Colours;
        }
        var match = Enumerable.Repeat(-1, first.NodeCount).ToArray();
        foreach (var (one, other) in ColourRefinement.Classes(colours))
            if (one.Count == 1 && other.Count == 1) match[one[0]] = other[0];
        return ([.. match], alone, IsExact(first, second, match));
    }

    static int Unequal((int[] First, int[] Second) colours) => ColourRefinement.Classes(colours).Sum(c => Math.Abs(c.First.Count - c.Second.Count));

    static bool IsExact(CommunicationGraph first, CommunicationGraph second, int[] match)
    {
        if (first.NodeCount != second.NodeCount || first.TieCount != second.TieCount) return false;
        for (var v = 0; v < first.NodeCount; v++)
            foreach (var u in first.Neighbours(v))
                if (match[v] < 0 || match[u] < 0 || second.Find(match[v], match[u]) < 0) return false;
        return true;
    }
}
