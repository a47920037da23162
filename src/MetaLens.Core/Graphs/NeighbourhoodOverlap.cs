namespace MetaLens.Graphs;

/// <summary>
/// Overlap of a tie's two neighbourhoods, O = n / ((k_a − 1) + (k_b − 1) − n), n the common contacts, k the degrees.
/// Source: Onnela et al., "Structure and tie strengths in mobile communication networks", PNAS 104(18), 2007, doi 10.1073/pnas.0610245104.
/// </summary>
public static class NeighbourhoodOverlap
{
    /// <summary>0 (no common contact) … 1 (all contacts common); 0 when neither end has another contact.</summary>
    /// <param name="common">Common contacts.</param>
    /// <param name="degreeA">Contacts of one end, the other end included.</param>
    /// <param name="degreeB">Contacts of the other end.</param>
    public static double Of(int common, int degreeA, int degreeB)
    {
        var all = degreeA - 1 + degreeB - 1 - common;
        return all <= 0 ? 0 : (double)common / all;
    }
}
