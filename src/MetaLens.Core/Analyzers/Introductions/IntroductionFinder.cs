using MetaLens.Lenses;

namespace MetaLens.Analyzers.Introductions;

/// <summary>Finds who may have brought whom together.</summary>
public static class IntroductionFinder
{
    /// <summary>
    /// For every first message between two parties: the third parties with which both exchanged a message within the window before it; the one whose last messages with the two are the most recent (by the older of the two) is named. In order of
    /// time. The log's first messages have no past: what lies within the window of its start is left out. Consistent with an introduction, no proof of one. O(deliveries + first contacts · contacts).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="window">Milliseconds before the first contact, at least 1.</param>
    public static IReadOnlyList<Introduction> Of(Observation seen, long window)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        var found = new List<Introduction>();
        if (seen.Count == 0) return found;
        var lastWith = new Dictionary<int, long>?[seen.PartyCount];
        for (var i = 0; i < seen.Count; i++)
        {
            var s = seen.Sender[i];
            var at = seen.SeenAt[i];
            if (s < 0) continue;
            foreach (var r in seen.RecipientsOf(i))
            {
                if (r == s) continue;
                var own = lastWith[s] ??= [];
                var theirs = lastWith[r] ??= [];
                if (!own.ContainsKey(r) && at - seen.SeenAt[0] >= window && Best(own, theirs, at - window) is var (via, candidates) && candidates > 0)
                    found.Add(new Introduction(new PartyId(s), new PartyId(r), new PartyId(via), at, candidates));
                own[r] = at;
                theirs[s] = at;
            }
        }
        return found;
    }

    static (int Via, int Candidates) Best(Dictionary<int, long> own, Dictionary<int, long> theirs, long since)
    {
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
