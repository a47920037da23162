using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Pairs of parties by how much an attack believes that they talk. Immutable.</summary>
public sealed class PairScores
{
    const int PairsAhead = 12;

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

    // Scores are above 0, so that their bits rise as they do; numbers are sorted several times faster than records are compared.
    static PairScore[] BestFirst(List<PairScore> inOrderOfIndex)
    {
        var (keys, places) = (new long[inOrderOfIndex.Count], new int[inOrderOfIndex.Count]);
        for (var i = 0; i < keys.Length; i++) (keys[i], places[i]) = (-BitConverter.DoubleToInt64Bits(inOrderOfIndex[i].Score), i);
        Array.Sort(keys, places);
        for (int i = 0, end; i < keys.Length; i = end)
        {
            for (end = i + 1; end < keys.Length && keys[end] == keys[i];) end++;
            if (end - i > 1) places.AsSpan(i..end).Sort();
        }
        return Array.ConvertAll(places, place => inOrderOfIndex[place]);
    }
}
