using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Introductions;

/// <summary>Finds who may have brought whom together.</summary>
public static class IntroductionFinder
{
    /// <summary>
    /// For every first message between two parties: the third parties with which both exchanged a message within the window before it; the one whose last messages with the two are the most recent (by the older of the two) is named. In order of
    /// time. The log's first messages have no past: what lies within the window of its start is left out. Chance: everybody keeps the number k of their contacts in the window before and these are drawn at random (configuration model), so that
    /// common contacts are a Poisson number of mean k_a k_b Σ k(k − 1)/(Σ k)², the sum in the numerator over the others; corrected over all first contacts. Busy people are common contacts by chance more often, which this allows for;
    /// circles and bursts are not in it, so a small value says that the two moved in one circle, and no more. O(deliveries + first contacts · contacts).
    /// </summary>
    /// <remarks>Newman, SIAM Review 45 (2003) 167, doi 10.1137/S003614450342480; Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289, doi 10.1111/j.2517-6161.1995.tb02031.x.</remarks>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="window">Milliseconds before the first contact, at least 1.</param>
    public static FirstContacts Of(Observation seen, long window)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var found = new List<Introduction>();
        var recent = new RecentContacts(seen.PartyCount, window);
        var (count, byChance) = (0, 0.0);
        for (var i = 0; i < seen.Count; i++)
        {
            var s = seen.Sender[i];
            var at = seen.SeenAt[i];
            if (s < 0) continue;
            foreach (var r in seen.RecipientsOf(i))
            {
                if (r == s) continue;
                if (!recent.Know(s, r) && at - seen.SeenAt[0] >= window)
                {
                    recent.MoveTo(at);
                    var expected = recent.ExpectedInCommon(s, r);
                    count++;
                    byChance += RecentContacts.AtLeast(1, expected);
                    var (via, candidates) = Best(recent.LastWith(s), recent.LastWith(r), at - window);
                    if (candidates > 0)
                        found.Add(new Introduction(new PartyId(s), new PartyId(r), new PartyId(via), at, candidates, expected, RecentContacts.AtLeast(candidates, expected), double.NaN));
                }
                recent.Add(at, s, r);
            }
        }
        // Whoever has no common contact was tested too.
        var corrected = FalseDiscovery.BenjaminiHochberg([.. found.Select(f => f.PValue), .. Enumerable.Repeat(1.0, count - found.Count)]);
        return new FirstContacts([.. found.Select((f, i) => f with { Corrected = corrected[i] })], count, byChance);
    }

    static (int Via, int Candidates) Best(Dictionary<int, long>? own, Dictionary<int, long>? theirs, long since)
    {
        if (own is null || theirs is null) return (-1, 0);
        var (few, many) = own.Count <= theirs.Count ? (own, theirs) : (theirs, own);
        int via = -1, candidates = 0;
        var latest = long.MinValue;
        foreach (var (third, at) in few)
        {
            if (at < since || !many.TryGetValue(third, out var other) || other < since) continue;
            candidates++;
            var older = Math.Min(at, other);
            if (older > latest || older == latest && third < via) (via, latest) = (third, older);
        }
        return (via, candidates);
    }
}
