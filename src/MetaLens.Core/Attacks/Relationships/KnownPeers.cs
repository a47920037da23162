using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>How much company a party keeps with the known reports of each candidate.</summary>
sealed class KnownPeers
{
    readonly Dictionary<PartyId, (double Sum, double Most, int Count)> _of = [];
    readonly double _all = 1e-9;

    public KnownPeers(PairFeatures pairs, IReadOnlyDictionary<PartyId, PartyId> known, PartyId ego, Func<double[], double> likeness)
    {
        foreach (var (peer, manager) in known.OrderBy(k => k.Key.Index))
        {
            if (peer == ego) continue;
            var alike = likeness(pairs.Of(ego, peer));
            var (sum, most, count) = _of.GetValueOrDefault(manager);
            _of[manager] = (sum + alike, Math.Max(most, alike), count + 1);
            _all += alike;
        }
    }

    /// <summary>Share of the company kept with known reports of a candidate, how many there are, the most with one, the mean.</summary>
    public double[] Of(PartyId candidate)
    {
        var (sum, most, count) = _of.GetValueOrDefault(candidate);
        return [sum / _all, Math.Log(1 + count), most, count == 0 ? 0 : sum / count];
    }
}
