using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Anonymity;

/// <summary>Measures the crowd that hides a sender.</summary>
public static class AnonymitySetCalculator
{
    /// <summary>
    /// For every message with a visible sender: the distinct senders within the window around it, and what a guess at one of them is worth, each as likely as its part of the window's messages. NaN without a message. O(messages) by a sliding window.
    /// Effective size: Serjantov and Danezis, PET 2002, doi 10.1007/3-540-36467-6_4; degree: Díaz et al., PET 2002, doi 10.1007/3-540-36467-6_5; guesses: Massey, ISIT 1994, doi 10.1109/ISIT.1994.394764.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="window">Milliseconds to either side, at least 0.</param>
    public static AnonymitySet Of(Observation seen, long window)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        var crowd = new SenderCrowd(seen.PartyCount);
        List<double> sizes = [], effective = [], degrees = [], least = [], guesses = [];
        var everybody = Math.Log2(seen.Sender.ToArray().Where(s => s >= 0).Distinct().Count());
        int from = 0, to = 0, alone = 0;
        for (var i = 0; i < seen.Count; i++)
        {
            for (; to < seen.Count && seen.SeenAt[to] - seen.SeenAt[i] <= window; to++)
                if (seen.Sender[to] >= 0) crowd.Enter(seen.Sender[to]);
            for (; seen.SeenAt[i] - seen.SeenAt[from] > window; from++)
                if (seen.Sender[from] >= 0) crowd.Leave(seen.Sender[from]);
            if (seen.Sender[i] < 0) continue;
            sizes.Add(crowd.Size);
            effective.Add(Math.Pow(2, crowd.Entropy));
            degrees.Add(everybody == 0 ? double.NaN : Math.Min(1, crowd.Entropy / everybody));
            least.Add(crowd.MinEntropy);
            guesses.Add(crowd.Guesses);
            if (crowd.Size == 1) alone++;
        }
        return new AnonymitySet(window / 1000.0, Median(sizes), Median(effective), Median(degrees), Median(least), Median(guesses), sizes.Count == 0 ? double.NaN : (double)alone / sizes.Count, sizes.Count);

        static double Median(List<double> values) => InterEventTimes.MedianBySorting(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }
}
