using MathNet.Numerics;

namespace MetaLens.Attacks.FuzzyTags;

/// <summary>
/// Whether a sender writes to a receiver, for a server that knows senders and tests each message's fuzzy tag against every receiver: real messages always match, others with the receiver's
/// false-positive rate. Source: Seres, Pejó and Burcsi, "The Effect of False Positives: Why Fuzzy Message Detection Leads to Fuzzy Privacy Guarantees?" (2022), <c>doi:10.48550/arXiv.2109.06576</c>.
/// </summary>
public static class FuzzyTagTest
{
    /// <summary>The threshold of the published evaluation.</summary>
    public const double PublishedThreshold = 1e-4;

    /// <summary>
    /// P[Binomial(<paramref name="sent"/>, <paramref name="falsePositiveRate"/>) ≥ <paramref name="matching"/>]: how often at least so many tags match although none was meant. 0 … 1; 1 when none matches. A
    /// link is claimed below <see cref="PublishedThreshold"/>. O(1), by the regularised incomplete beta function.
    /// </summary>
    /// <param name="sent">Messages of the sender, 0 and up.</param>
    /// <param name="matching">How many of them match the receiver, 0 … <paramref name="sent"/>.</param>
    /// <param name="falsePositiveRate">The receiver's rate, above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double ChanceOf(int sent, int matching, double falsePositiveRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sent);
        if (matching < 0 || matching > sent) throw new ArgumentOutOfRangeException(nameof(matching), matching, $"0 … {sent} of the sender's messages match.");
        if (!(falsePositiveRate is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(falsePositiveRate), falsePositiveRate, "A rate lies between 0 and 1.");
        return matching == 0 ? 1 : SpecialFunctions.BetaRegularized(matching, sent - matching + 1, falsePositiveRate);
    }
}
