using System.Numerics;

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
    const int NoEdge = -3, Once = -2, NotMet = -1;
    readonly SightingNeighbours _near;

    readonly Volume[] _ofSighting;
    readonly double[] _delay;

    // Of each edge the square of its lift, as roots are taken of several at once, and its odds, which become the links expected of it when a round ends.
    readonly double[] _squaredLift;
    readonly float[] _odds;

    // Where many people cross each other's ways, nearly every pair does so once: its links stay with its edge. The edges of all others are listed with their pairs, numbered as they are first met, where links are added up.
    readonly int[] _repeatedEdges, _pairOfRepeated;
    readonly double[] _links;
    readonly List<(Volume A, Volume B)> _volumesOfPair = [];
    readonly float[] _free, _freeLater, _taken;

    ConversationMixture(SightingColumns sightings, SightingNeighbours near, int partyCount)
    {
        _near = near;
        _delay = new double[LagBins.Count];
        Array.Fill(_delay, 1.0 / LagBins.Count);
        var sightingsOf = new double[partyCount];
        foreach (var p in sightings.Party) sightingsOf[p]++;
        var ofParty = Array.ConvertAll(sightingsOf, n => new Volume(sightings.Count / n, 1 / (n + PriorLinks)));
        _ofSighting = Array.ConvertAll(sightings.Party, p => ofParty[p]);
        _squaredLift = new double[near.Later.Length];
        var (edges, pairs, links) = (new List<int>(), new List<int>(), new List<double>());
        var numbers = Repeated(near.Pairs);
        for (var e = 0; e < sightings.Count; e++)
            for (var i = near.Offset[e]; i < near.Offset[e + 1]; i++)
            {
                var f = near.Later[i];
                var byChance = sightingsOf[sightings.Party[e]] * sightingsOf[sightings.Party[f]] / sightings.Count;
                _squaredLift[i] = SquaredLift(byChance, _ofSighting[e], _ofSighting[f]);
                ref var number = ref numbers[near.Pairs.OfEdge[i]];
                if (number == Once) continue;
                if (number == NotMet)
                {
                    number = links.Count;
                    links.Add(byChance);
                    _volumesOfPair.Add((_ofSighting[e], _ofSighting[f]));
                }
                edges.Add(i);
                pairs.Add(number);
            }
        (_repeatedEdges, _pairOfRepeated, _links) = ([.. edges], [.. pairs], [.. links]);
        _odds = new float[near.Later.Length];
        _free = new float[sightings.Count];
        _freeLater = new float[sightings.Count];
        _taken = new float[sightings.Count];
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

    // Which pairs have several edges.
    static int[] Repeated(PairNumbers pairs)
    {
        var numbers = new int[pairs.Count];
        Array.Fill(numbers, NoEdge);
        foreach (var pair in pairs.OfEdge) numbers[pair] = numbers[pair] == NoEdge ? Once : NotMet;
        return numbers;
    }

    void SetOdds()
    {
        var ofPair = new double[_links.Length];
        for (var r = 0; r < ofPair.Length; r++) ofPair[r] = SquaredLift(_links[r], _volumesOfPair[r].A, _volumesOfPair[r].B);
        for (var n = 0; n < _repeatedEdges.Length; n++) _squaredLift[_repeatedEdges[n]] = ofPair[_pairOfRepeated[n]];
        var delay = Array.ConvertAll(_delay, d => (float)d);
        for (var j = 0; j < _odds.Length; j++) _odds[j] = delay[_near.Bin[j]];
        var (i, half) = (0, Vector<double>.Count);
        for (; i <= _odds.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var lift = Vector.Narrow(Vector.SquareRoot(new Vector<double>(_squaredLift, i)), Vector.SquareRoot(new Vector<double>(_squaredLift, i + half)));
            (lift * new Vector<float>(_odds, i) / new Vector<float>(_near.Crowd, i)).CopyTo(_odds, i);
        }
        for (; i < _odds.Length; i++) _odds[i] = (float)Math.Sqrt(_squaredLift[i]) * _odds[i] / _near.Crowd[i];
    }

    // By how much two are linked more often than their sightings explain, seen from either, multiplied.
    static double SquaredLift(double links, Volume a, Volume b) => ((links * b.Share) + PriorLinks) * a.PriorShare * (((links * a.Share) + PriorLinks) * b.PriorShare);

    void Balance()
    {
        var (offset, later, odds, free, freeLater, taken) = (_near.Offset, _near.Later, _odds, _free, _freeLater, _taken);
        Array.Fill(freeLater, 1f);
        for (var round = 0; round < BalancingRounds; round++)
        {
            Array.Clear(taken);
            for (var e = 0; e < free.Length; e++)
            {
                var (sum, from, to) = (1f, offset[e], offset[e + 1]);
                for (var i = from; i < to; i++) sum += odds[i] * freeLater[later[i]];
                var own = free[e] = 1 / sum;
                for (var i = from; i < to; i++) taken[later[i]] += odds[i] * own;
            }
            for (var f = 0; f < freeLater.Length; f++) freeLater[f] = 1 / (1 + taken[f]);
        }
    }

    void Count()
    {
        var (offset, later, bin, odds, freeLater, delay) = (_near.Offset, _near.Later, _near.Bin, _odds, _freeLater, _delay);
        Array.Clear(delay);
        for (var e = 0; e < _free.Length; e++)
        {
            var (own, free) = (_ofSighting[e], _free[e]);
            for (int i = offset[e], to = offset[e + 1]; i < to; i++)
            {
                var f = later[i];
                var linked = free * odds[i] * freeLater[f];
                delay[bin[i]] += linked;
                odds[i] = linked;
                _squaredLift[i] = SquaredLift(linked, own, _ofSighting[f]);
            }
        }
        Array.Clear(_links);
        for (var n = 0; n < _repeatedEdges.Length; n++) _links[_pairOfRepeated[n]] += odds[_repeatedEdges[n]];
        var total = delay.Sum();
        for (var k = 0; k < delay.Length; k++) delay[k] = total > 0 ? delay[k] / total : 0;
    }

    double[] LinksOfPairs()
    {
        var links = new double[_near.Pairs.Count];
        for (var i = 0; i < _odds.Length; i++) links[_near.Pairs.OfEdge[i]] = _odds[i];
        for (var n = 0; n < _repeatedEdges.Length; n++) links[_near.Pairs.OfEdge[_repeatedEdges[n]]] = _links[_pairOfRepeated[n]];
        return links;
    }

    /// <summary>How often a party is seen.</summary>
    /// <param name="Share">Sightings of everybody for each of its own.</param>
    /// <param name="PriorShare">One to its sightings and those taken for granted.</param>
    readonly record struct Volume(double Share, double PriorShare);
}
