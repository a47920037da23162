using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Pairs of parties by how much an attack believes that they talk. Immutable.</summary>
public sealed class PairScores
{
    const int PairsAhead = 12, PlaceBits = 31, DigitBits = 11;

    readonly int[] _offset, _rank;

    internal PairScores(List<PairScore> pairs, DisclosureBasis basis)
    {
        Basis = basis;
        Join(pairs);
        Ranked = ImmutableCollectionsMarshal.AsImmutableArray(BestFirst(pairs));
        _offset = new int[LastParty(Ranked) + 2];
        foreach (var pair in Ranked)
        {
            _offset[pair.A.Index + 1]++;
            _offset[pair.B.Index + 1]++;
        }
        for (var p = 1; p < _offset.Length; p++) _offset[p] += _offset[p - 1];
        var next = (int[])_offset.Clone();
        _rank = new int[2 * Ranked.Length];
        for (var i = 0; i < Ranked.Length; i++) _rank[next[Ranked[i].A.Index]++] = _rank[next[Ranked[i].B.Index]++] = i;
    }

    /// <summary>Every pair with a score above 0, best first, each once with <c>A &lt; B</c>; equal scores in order of index.</summary>
    public ImmutableArray<PairScore> Ranked { get; }

    /// <summary>What in the observation the scores rest on.</summary>
    public DisclosureBasis Basis { get; }

    /// <summary>The parties that one party may talk with and their scores, best first; empty when nothing is known.</summary>
    public IEnumerable<(PartyId Alter, double Score)> AltersOf(PartyId ego)
    {
        for (var nth = 0; nth < CountOf(ego); nth++) yield return AlterOf(ego, nth);
    }

    // The same one by one, for those who ask for all of everybody; later parties have none.
    internal int PartyCount => _offset.Length - 1;

    internal int CountOf(PartyId ego) => ego.Index >= PartyCount ? 0 : _offset[ego.Index + 1] - _offset[ego.Index];

    internal (PartyId Alter, double Score) AlterOf(PartyId ego, int nth)
    {
        var at = _offset[ego.Index] + nth;
        // Pairs lie anywhere in memory: those to come are asked for.
        CacheLine.AskFor(Ranked.AsSpan(), _rank[Math.Min(at + PairsAhead, _rank.Length - 1)]);
        var pair = Ranked[_rank[at]];
        return (pair.A == ego ? pair.B : pair.A, pair.Score);
    }

    static int LastParty(ImmutableArray<PairScore> pairs)
    {
        var last = -1;
        foreach (var pair in pairs) last = Math.Max(last, pair.B.Index);
        return last;
    }

    // What several sources say of one pair adds up. Afterwards pairs are in order of index.
    static void Join(List<PairScore> pairs)
    {
        var all = CollectionsMarshal.AsSpan(pairs);
        var keys = new ulong[all.Length];
        var isOrdered = true;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((ulong)all[i].A.Index << 32) | (uint)all[i].B.Index;
            isOrdered &= i == 0 || keys[i - 1] < keys[i];
        }
        if (isOrdered) return;
        MemoryExtensions.Sort<ulong, PairScore>(keys, all);
        var kept = 0;
        for (int i = 0, end; i < all.Length; i = end)
        {
            for (end = i + 1; end < all.Length && keys[end] == keys[i];) end++;
            var same = all[i..end];
            // Always in the same order, as sums of doubles differ by it.
            if (same.Length > 1) same.Sort((a, b) => a.Score.CompareTo(b.Score));
            var sum = 0.0;
            foreach (var pair in same) sum += pair.Score;
            all[kept++] = same[0] with { Score = sum };
        }
        pairs.RemoveRange(kept, pairs.Count - kept);
    }

    // Scores are above 0, so that their bits rise as they do. Their upper bits are sorted in digits, each with its place below; the few that share these are put in order afterwards.
    static PairScore[] BestFirst(List<PairScore> inOrderOfIndex)
    {
        var all = CollectionsMarshal.AsSpan(inOrderOfIndex);
        var (least, most) = (long.MaxValue, 0L);
        foreach (ref readonly var pair in all)
        {
            var bits = BitConverter.DoubleToInt64Bits(pair.Score);
            (least, most) = (Math.Min(least, bits), Math.Max(most, bits));
        }
        var left = all.IsEmpty ? 0 : Math.Max(0, 64 - BitOperations.LeadingZeroCount((ulong)(most - least)) - (64 - PlaceBits));
        var keys = new ulong[all.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)(most - BitConverter.DoubleToInt64Bits(all[i].Score)) >> left << PlaceBits) | (uint)i;
        SortAbovePlaces(ref keys);
        var ranked = new PairScore[keys.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            CacheLine.AskFor<PairScore>(all, PlaceOf(keys[Math.Min(i + PairsAhead, keys.Length - 1)]));
            ranked[i] = all[PlaceOf(keys[i])];
        }
        for (int i = 0, end; i < keys.Length; i = end)
        {
            var isOrdered = true;
            for (end = i + 1; end < keys.Length && keys[end] >> PlaceBits == keys[i] >> PlaceBits; end++) isOrdered &= ranked[end - 1].Score >= ranked[end].Score;
            if (!isOrdered) ranked.AsSpan(i..end).Sort((a, b) => (b.Score, a.A.Index, a.B.Index).CompareTo((a.Score, b.A.Index, b.B.Index)));
        }
        return ranked;

        static int PlaceOf(ulong key) => (int)(key & (1UL << PlaceBits) - 1);
    }

    static void SortAbovePlaces(ref ulong[] keys)
    {
        var (spare, next) = (new ulong[keys.Length], new int[1 << DigitBits]);
        for (var shift = PlaceBits; shift < 64; shift += DigitBits)
        {
            Array.Clear(next);
            foreach (var key in keys) next[(int)(key >> shift) & (next.Length - 1)]++;
            for (int d = 0, at = 0; d < next.Length; d++) (next[d], at) = (at, at + next[d]);
            foreach (var key in keys) spare[next[(int)(key >> shift) & (next.Length - 1)]++] = key;
            (keys, spare) = (spare, keys);
        }
    }
}
