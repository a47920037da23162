namespace MetaLens.Exposure;

/// <summary>
/// How much of what an attack gets right is due to the records of those it names, in the form of Giomi et al., "A Unified Framework for Quantifying Privacy Risk in Synthetic Data" (Anonymeter, 2023), <c>doi:10.56553/popets-2023-0055</c>:
/// R = (attack − control)/(1 − control), each rate with its Wilson centre and half-width. What an attack gets right where there is nothing to get right (the control) is no risk.
/// </summary>
/// <param name="Value">The risk, 0 … 1; null where nothing can be concluded.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Reason">Why there is no number; null when there is one.</param>
public sealed record RiskEstimate(double? Value, double? Low, double? High, string? Reason)
{
    const double Z = 1.959963984540054;

    /// <summary>Takes rights and tries of attack, control and baseline. O(1).</summary>
    /// <param name="attack">The attack: rights and tries.</param>
    /// <param name="control">The same attack where the truth was dealt out to others.</param>
    /// <param name="baseline">Guessing without looking; rights may be an expectation.</param>
    /// <returns>Without a number when nobody was attacked, or when guessing does as well as the attack: a weak attack says nothing of the risk.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More rights than tries, or fewer than none.</exception>
    public static RiskEstimate Of((double Right, int Tries) attack, (double Right, int Tries) control, (double Right, int Tries) baseline)
    {
        foreach (var (right, tries) in new[] { attack, control, baseline })
            if (!(right >= 0 && right <= tries)) throw new ArgumentOutOfRangeException(nameof(attack), right, $"Rights are 0 … {tries}, the tries.");
        if (attack.Tries == 0 || control.Tries == 0 || baseline.Tries == 0) return new RiskEstimate(null, null, null, "nobody to attack");
        var (a, spreadA) = Wilson(attack);
        var (c, spreadC) = Wilson(control);
        if (Wilson(baseline).Rate >= a) return new RiskEstimate(null, null, null, "guessing does as well as the attack");
        var risk = (a - c) / (1 - c);
        var spread = Math.Sqrt(Square(spreadA / (1 - c)) + Square(spreadC * (a - 1) / Square(1 - c)));
        return new RiskEstimate(Math.Clamp(risk, 0, 1), Math.Clamp(risk - spread, 0, 1), Math.Clamp(risk + spread, 0, 1), null);
    }

    static (double Rate, double HalfWidth) Wilson((double Right, int Tries) of)
    {
        var whole = of.Tries + (Z * Z);
        return ((of.Right + (Z * Z / 2)) / whole, Z / whole * Math.Sqrt((of.Right * (of.Tries - of.Right) / of.Tries) + (Z * Z / 4)));
    }

    static double Square(double x) => x * x;
}
