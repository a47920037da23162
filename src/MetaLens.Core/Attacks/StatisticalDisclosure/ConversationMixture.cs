namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// Links every sighting to at most one later and one earlier sighting of another party. The odds of a link against coincidence are lift(u, v) · h_k / crowd, where lift says how
/// much more the two are linked than their volumes explain and h_k is the distribution of delays; both are learned by expectation and maximisation, and balancing both
/// ends (each row explains and is explained once) keeps busy parties from collecting everything.
/// </summary>
sealed class ConversationMixture
{
    // How many links a party is taken to have had with the whole population before anything is seen; keeps parties of few rows from finding each other by accident.
    const double PriorLinks = 5;
    const int BalancingRounds = 2;
    readonly SightingColumns _sightings;
    readonly SightingNeighbours _near;
    readonly double[] _sightingsOf;
    readonly double[] _links, _delay;
    readonly float[] _odds, _free, _freeLater;

    ConversationMixture(SightingColumns sightings, SightingNeighbours near, int partyCount)
    {
        (_sightings, _near) = (sightings, near);
        _links = new double[near.Pairs.Count];
        _delay = new double[LagBins.Count];
        Array.Fill(_delay, 1.0 / LagBins.Count);
        _sightingsOf = new double[partyCount];
        foreach (var p in sightings.Party) _sightingsOf[p]++;
        EachPair((pair, a, b) => _links[pair] = _sightingsOf[a] * _sightingsOf[b] / sightings.Count);
        _odds = new float[near.Later.Length];
        _free = new float[sightings.Count];
        _freeLater = new float[sightings.Count];
    }

    /// <summary>Links expected of each pair, after some rounds. O(rounds · edges).</summary>
    public static double[] Fit(SightingColumns sightings, SightingNeighbours near, int partyCount, int rounds, CancellationToken stop)
    {
        var mixture = new ConversationMixture(sightings, near, partyCount);
        for (var round = 0; round < rounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            mixture.SetOdds();
            mixture.Balance();
            mixture.Count();
        }
        return mixture._links;
    }

    void SetOdds()
    {
        var lift = new float[_links.Length];
        double all = _sightings.Count;
        EachPair((pair, a, b) =>
        {
            double ca = _sightingsOf[a], cb = _sightingsOf[b];
            lift[pair] = (float)Math.Sqrt(((_links[pair] * all / cb) + PriorLinks) / (ca + PriorLinks) * (((_links[pair] * all / ca) + PriorLinks) / (cb + PriorLinks)));
        });
        for (var i = 0; i < _odds.Length; i++) _odds[i] = lift[_near.Pairs.OfEdge[i]] * (float)_delay[_near.Bin[i]] / _near.Crowd[i];
    }

    void EachPair(Action<int, int, int> act)
    {
        for (var a = 0; a < _sightingsOf.Length; a++)
            for (var (pair, end) = _near.Pairs.OfParty(a); pair < end; pair++) act(pair, a, _near.Pairs.GreaterOf(pair));
    }

    void Balance()
    {
        Array.Fill(_freeLater, 1f);
        for (var round = 0; round < BalancingRounds; round++)
        {
            var taken = new float[_free.Length];
            for (var e = 0; e < _free.Length; e++)
            {
                var sum = 1f;
                for (var i = _near.Offset[e]; i < _near.Offset[e + 1]; i++) sum += _odds[i] * _freeLater[_near.Later[i]];
                _free[e] = 1 / sum;
                for (var i = _near.Offset[e]; i < _near.Offset[e + 1]; i++) taken[_near.Later[i]] += _odds[i] * _free[e];
            }
            for (var f = 0; f < _free.Length; f++) _freeLater[f] = 1 / (1 + taken[f]);
        }
    }

    void Count()
    {
        Array.Clear(_links);
        Array.Clear(_delay);
        for (var e = 0; e < _free.Length; e++)
            for (var i = _near.Offset[e]; i < _near.Offset[e + 1]; i++)
            {
                var linked = _free[e] * _odds[i] * _freeLater[_near.Later[i]];
                _links[_near.Pairs.OfEdge[i]] += linked;
                _delay[_near.Bin[i]] += linked;
            }
        var total = _delay.Sum();
        for (var k = 0; k < _delay.Length; k++) _delay[k] = total > 0 ? _delay[k] / total : 0;
    }
}
