namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// For every sighting the later ones near it in time that may belong to the same conversation: edges from the earlier to the later, grouped by the earlier, each with the pair of
/// parties it joins, its lag, and how many sightings share that lag bin (geometric mean of both ends), so that busy hours explain themselves.
/// </summary>
sealed class SightingNeighbours
{
    const int MaximumEdges = 16_000_000;

    SightingNeighbours(int[] offset, int[] later, int[] pair, byte[] bin, float[] crowd, PairIndex pairs) =>
        (Offset, Later, Pair, Bin, Crowd, Pairs) = (offset, later, pair, bin, crowd, pairs);

    public int[] Offset { get; }
    public int[] Later { get; }
    public int[] Pair { get; }
    public byte[] Bin { get; }
    public float[] Crowd { get; }
    public PairIndex Pairs { get; }

    public static SightingNeighbours Find(SightingColumns sightings, int partyCount, long horizon, int neighbourRows, Func<int, int, bool> mayFollow, CancellationToken stop)
    {
        var reach = Math.Max(1, Math.Min(neighbourRows, MaximumEdges / Math.Max(1, sightings.Count)));
        var offset = new int[sightings.Count + 1];
        var pairs = new PairIndex(partyCount);
        List<int> pair = [], later = [];
        List<byte> bin = [];
        int[] following = new int[sightings.Count * LagBins.Count], preceding = new int[sightings.Count * LagBins.Count];
        for (var e = 0; e < sightings.Count; e++)
        {
            if ((e & 1023) == 0) stop.ThrowIfCancellationRequested();
            for (int f = e + 1, looked = 0; f < sightings.Count && looked < reach; f++)
            {
                var lag = sightings.At[f] - sightings.At[e];
                if (lag > horizon) break;
                if (sightings.Row[f] == sightings.Row[e] || !mayFollow(e, f)) continue;
                looked++;
                var b = LagBins.Of(lag);
                following[(e * LagBins.Count) + b]++;
                preceding[(f * LagBins.Count) + b]++;
                if (sightings.Party[f] == sightings.Party[e]) continue;
                pair.Add(pairs.Of(sightings.Party[e], sightings.Party[f]));
                later.Add(f);
                bin.Add((byte)b);
            }
            offset[e + 1] = pair.Count;
        }
        var crowd = new float[pair.Count];
        for (var e = 0; e < sightings.Count; e++)
            for (var i = offset[e]; i < offset[e + 1]; i++)
                crowd[i] = MathF.Sqrt((float)following[(e * LagBins.Count) + bin[i]] * preceding[(later[i] * LagBins.Count) + bin[i]]);
        return new SightingNeighbours(offset, [.. later], [.. pair], [.. bin], crowd, pairs);
    }
}
