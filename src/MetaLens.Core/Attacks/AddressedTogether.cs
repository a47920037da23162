using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks;

/// <summary>Who is addressed together with whom, by whomever: mail to several people at once shows who belongs together without their ever writing to one another.</summary>
static class AddressedTogether
{
    const int LargestMailing = 50;

    /// <summary>
    /// For each party, those addressed together with it and how much: each mailing of k ≥ 2 recipients, at most 50, adds its weight times 1/(k − 1) to every two of them. Null for a party that never is. O(Σ k²).
    /// </summary>
    /// <param name="seen">The observation.</param>
    /// <param name="weightAt">What a mailing of an instant counts, from 0; null = 1.</param>
    public static SortedDictionary<int, double>?[] Of(Observation seen, Func<long, double>? weightAt = null)
    {
        var together = new SortedDictionary<int, double>?[seen.PartyCount];
        foreach (var act in SendingAct.AllOf(seen))
        {
            if (act.Recipients.Count is < 2 or > LargestMailing) continue;
            var share = (weightAt?.Invoke(act.At) ?? 1) / (act.Recipients.Count - 1);
            foreach (var a in act.Recipients)
            {
                var of = together[a] ??= [];
                foreach (var b in act.Recipients)
                    if (a != b) of[b] = of.GetValueOrDefault(b) + share;
            }
        }
        return together;
    }
}
