using MetaLens.Analyzers;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Colour refinement as the command line sees it: the ties of an observation against the same ties without names.</summary>
public sealed class StructureAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "structure", "Names everybody in a release of the same ties that has neither names nor times nor counts, without knowing anyone to begin with.",
        "Directed ties alone. Parties keep one colour as long as they have as many neighbours of each colour, outwards and inwards (colour refinement, the one-dimensional Weisfeiler-Leman test); who has a colour alone is "
        + "named by the bare graph. Parties of one colour all get each other as guesses, in random order.",
        "score: 1/parties of the colour, 0 … 1; 1 = singled out.",
        "Parties without a tie, and rows without both ends, give no guesses. Both releases are what this observer has: whatever it does not see is in neither.",
        "O(rounds · ties + parties log parties).",
        "Weisfeiler and Leman (1968); McKay and Piperno (2014), doi:10.1016/j.jsc.2013.09.003; setting: Narayanan and Shmatikov (2009), doi:10.1109/SP.2009.22");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("top", "10", "guesses per party, 1 … 1000")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var top = arguments.Whole("top", 1, 1000);
        var graph = GraphBuilder.Directed(seen);
        var inward = GraphBuilder.Reversed(graph);
        stop.ThrowIfCancellationRequested();
        // Colours do not depend on how a release is numbered, so one refinement stands for both.
        var classes = ColourRefinement.Classes(new ColourRefinement(graph, graph).Refine(new int[graph.NodeCount], new int[graph.NodeCount]));
        var random = new Random(arguments.Seed);
        var rows = new List<object?[]>();
        var (alone, tied) = (0, 0);
        foreach (var (named, released) in classes)
        {
            if (graph.Degree(named[0]) + inward.Degree(named[0]) == 0) continue;
            tied += named.Count;
            alone += named.Count == 1 ? 1 : 0;
            var order = released.ToArray();
            random.Shuffle(order);
            // Each begins elsewhere in the order, so that first guesses are a matching.
            for (var i = 0; i < order.Length; i++)
                for (var g = 0; g < Math.Min(top, order.Length); g++)
                    rows.Add([seen.NameOf(new PartyId(named[i])), g + 1, seen.NameOf(new PartyId(order[(i + g) % order.Length])), 1.0 / order.Length]);
        }
        return new AnalysisTable(rows, [FormattableString.Invariant($"{alone} of {tied} parties with a tie are singled out by who is tied to whom; who guesses themselves was found again.")]);
    }
}
