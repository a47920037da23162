using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Anonymity;

/// <summary>Measures the crowd that hides a sender.</summary>
public static class AnonymitySetCalculator
{
    /// <summary>
    /// For every message with a visible sender: the distinct senders within the window around it, and the effective size of that crowd. NaN without a message. O(messages) by a sliding window.
    /// Serjantov and Danezis, Towards an information theoretic metric for anonymity, PET 2002, doi 10.1007/3-540-36467-6_4.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="window">Milliseconds to either side, at least 0.</param>
    public static AnonymitySet Of(Observation seen, long window)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        var inWindow = new int[seen.PartyCount];
        var sizes = new List<double>();
        var effective = new List<double>();
        int from = 0, to = 0, distinct = 0, all = 0, alone = 0;
        // H = log2 all − Σ n log2 n / all, so that one sum is kept up to date as the window slides.
        var sum = 0.0;
        for (var i = 0; i < seen.Count; i++)
        {
            while (to < seen.Count && seen.SeenAt[to] - seen.SeenAt[i] <= window) Change(seen.Sender[to++], 1);
            while (seen.SeenAt[i] - seen.SeenAt[from] > window) Change(seen.Sender[from++], -1);
            if (seen.Sender[i] < 0) continue;
            sizes.Add(distinct);
            effective.Add(Math.Max(1, Math.Pow(2, Math.Log2(all) - sum / all)));
            if (distinct == 1) alone++;
        }
        return new AnonymitySet(window / 1000.0, Median(sizes), Median(effective), sizes.Count == 0 ? double.NaN : (double)alone / sizes.Count, sizes.Count);

        void Change(int sender, int by)
        {
            if (sender < 0) return;
            sum -= Term(inWindow[sender]);
            if (inWindow[sender] == 0) distinct++;
            inWindow[sender] += by;
            all += by;
            if (inWindow[sender] == 0) distinct--;
            sum += Term(inWindow[sender]);
        }

        static double Term(int n) => n > 0 ? n * Math.Log2(n) : 0;

        static double Median(List<double> values) => InterEventTimes.MedianBySorting(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }
}
