namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// For every sighting the later ones near it in time that may belong to the same conversation: edges from the earlier to the later, grouped by the earlier, each with the pair of
/// parties it joins, its lag, and how many sightings share that lag bin (geometric mean of both ends), so that busy hours explain themselves.
/// </summary>
sealed class SightingNeighbours
{
    const int MaximumEdges = 1_500_000;

    SightingNeighbours(int[] offset, int[] later, byte[] bin, float[] crowd, PairNumbers pairs) => (Offset, Later, Bin, Crowd, Pairs) = (offset, later, bin, crowd, pairs);

    public int[] Offset { get; }
    public int[] Later { get; }
    public byte[] Bin { get; }
    public float[] Crowd { get; }
    public PairNumbers Pairs { get; }

    public static SightingNeighbours Find(SightingColumns sightings, int partyCount, long horizon, int neighbourRows, Func<int, int, bool> mayFollow, CancellationToken stop)
    {
        var reach = Reach(sightings, horizon, neighbourRows);
        var offset = new int[sightings.Count + 1];
        List<int> later = [];
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
                later.Add(f);
                bin.Add((byte)b);
            }
            offset[e + 1] = later.Count;
        }
        var crowd = new float[later.Count];
        for (var e = 0; e < sightings.Count; e++)
            for (var i = offset[e]; i < offset[e + 1]; i++)
                crowd[i] = MathF.Sqrt((float)following[(e * LagBins.Count) + bin[i]] * preceding[(later[i] * LagBins.Count) + bin[i]]);
        int[] ends = [.. later];
        return new SightingNeighbours(offset, ends, [.. bin], crowd, PairNumbers.Of(partyCount, offset, ends, sightings.Party));
    }

    // How many rows to look at after each, so that all edges together stay bounded: fewer only in a crowd, where the rows that follow at once hold nearly all there is to find.
    static int Reach(SightingColumns sightings, long horizon, int neighbourRows)
    {
        var within = new int[neighbourRows + 1];
        for (int e = 0, f = 0; e < sightings.Count; e++)
        {
            while (f < sightings.Count && sightings.At[f] - sightings.At[e] <= horizon) f++;
            within[Math.Min(neighbourRows, f - e - 1)]++;
        }
        var (reach, reaching, edges) = (0, (long)sightings.Count - within[0], 0L);
        while (reach < neighbourRows && edges + reaching <= MaximumEdges)
        {
            edges += reaching;
            reaching -= within[++reach];
        }
        return Math.Max(1, reach);
    }
}
