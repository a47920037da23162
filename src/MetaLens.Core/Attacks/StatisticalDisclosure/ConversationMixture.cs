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
    readonly SightingNeighbours _near;

    // By party, and by sighting too: neighbours in time stand near each other in memory.
    readonly Volume[] _ofParty, _ofSighting;
    readonly double[] _delay, _linksOfEdge;

    // Where many people cross each other's ways, nearly every pair does so once: its links stay with its edge, and only the others are numbered and looked up.
    readonly int[] _repeated;
    readonly List<(int A, int B)> _repeatedPairs = [];
    readonly double[] _links;
    readonly float[] _lift, _odds, _free, _freeLater;

    ConversationMixture(SightingColumns sightings, SightingNeighbours near, int partyCount)
    {
        _near = near;
        _delay = new double[LagBins.Count];
        Array.Fill(_delay, 1.0 / LagBins.Count);
        var sightingsOf = new double[partyCount];
        foreach (var p in sightings.Party) sightingsOf[p]++;
        _ofParty = Array.ConvertAll(sightingsOf, n => new Volume(sightings.Count / n, 1 / (n + PriorLinks)));
        _ofSighting = Array.ConvertAll(sightings.Party, p => _ofParty[p]);
        var edges = new int[near.Pairs.Count];
        foreach (var pair in near.Pairs.OfEdge) edges[pair]++;
        for (var a = 0; a < partyCount; a++)
            for (var (pair, end) = near.Pairs.OfParty(a); pair < end; pair++)
            {
                if (edges[pair] > 1) _repeatedPairs.Add((a, near.Pairs.GreaterOf(pair)));
                edges[pair] = edges[pair] > 1 ? _repeatedPairs.Count - 1 : -1;
            }
        _repeated = Array.ConvertAll(near.Pairs.OfEdge, pair => edges[pair]);
        _links = [.. _repeatedPairs.Select(p => sightingsOf[p.A] * sightingsOf[p.B] / sightings.Count)];
        _lift = new float[_links.Length];
        _linksOfEdge = new double[near.Later.Length];
        for (var e = 0; e < sightings.Count; e++)
            for (var i = near.Offset[e]; i < near.Offset[e + 1]; i++)
                if (_repeated[i] < 0) _linksOfEdge[i] = sightingsOf[sightings.Party[e]] * sightingsOf[sightings.Party[near.Later[i]]] / sightings.Count;
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
        return mixture.LinksOfPairs();
    }

    void SetOdds()
    {
        for (var r = 0; r < _lift.Length; r++) _lift[r] = Lift(_links[r], _ofParty[_repeatedPairs[r].A], _ofParty[_repeatedPairs[r].B]);
        var delay = Array.ConvertAll(_delay, d => (float)d);
        for (var e = 0; e < _free.Length; e++)
        {
            var own = _ofSighting[e];
            for (var i = _near.Offset[e]; i < _near.Offset[e + 1]; i++)
            {
                var lift = _repeated[i] is >= 0 and var r ? _lift[r] : Lift(_linksOfEdge[i], own, _ofSighting[_near.Later[i]]);
                _odds[i] = lift * delay[_near.Bin[i]] / _near.Crowd[i];
            }
        }
    }

    // By how much two are linked more often than their sightings explain, seen from either.
    static float Lift(double links, Volume a, Volume b) => (float)Math.Sqrt(((links * b.Share) + PriorLinks) * a.PriorShare * (((links * a.Share) + PriorLinks) * b.PriorShare));

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
                if (_repeated[i] is >= 0 and var r) _links[r] += linked;
                else _linksOfEdge[i] = linked;
                _delay[_near.Bin[i]] += linked;
            }
        var total = _delay.Sum();
        for (var k = 0; k < _delay.Length; k++) _delay[k] = total > 0 ? _delay[k] / total : 0;
    }

    double[] LinksOfPairs()
    {
        var links = new double[_near.Pairs.Count];
        for (var i = 0; i < _repeated.Length; i++) links[_near.Pairs.OfEdge[i]] = _repeated[i] is >= 0 and var r ? _links[r] : _linksOfEdge[i];
        return links;
    }

    /// <summary>How often a party is seen.</summary>
    /// <param name="Share">Sightings of everybody for each of its own.</param>
    /// <param name="PriorShare">One to its sightings and those taken for granted.</param>
    readonly record struct Volume(double Share, double PriorShare);
}
