using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>How unlikely each tie would be by chance alone: the p-values of a null model, before and after the correction for asking about many ties.</summary>
/// <param name="Ties">The ties of the graph, in the order of <see cref="CommunicationGraph.Ties"/>.</param>
/// <param name="PValue">Probability of a tie at least so strong under the null model, 0 … 1.</param>
/// <param name="Bonferroni">P-value times the number of ties, at most 1: below α, the chance of any false tie at all is below α.</param>
/// <param name="BenjaminiHochberg">Smallest false-discovery rate at which the tie is kept, 0 … 1 (Benjamini, Hochberg, J. R. Stat. Soc. B 57, 1995, doi 10.1111/j.2517-6161.1995.tb02031.x).</param>
public sealed record SignificantTies(ImmutableArray<Tie> Ties, ImmutableArray<double> PValue, ImmutableArray<double> Bonferroni, ImmutableArray<double> BenjaminiHochberg)
{
    /// <summary>Corrects the p-values of a graph's ties. O(ties · log ties).</summary>
    internal static SignificantTies Of(ImmutableArray<Tie> ties, double[] pValue)
    {
        var n = pValue.Length;
        return new SignificantTies(ties, [.. pValue], [.. pValue.Select(p => Math.Min(1, p * n))], [.. FalseDiscovery.BenjaminiHochberg(pValue)]);
    }

    /// <summary>The ties least likely to be chance, least likely first; equal ones by messages, then in the order of the graph.</summary>
    /// <param name="most">At most so many.</param>
    public ImmutableArray<Tie> Strongest(int most) =>
        [.. Enumerable.Range(0, Ties.Length).OrderBy(t => PValue[t]).ThenByDescending(t => Ties[t].Messages).Take(most).Select(t => Ties[t])];
}
