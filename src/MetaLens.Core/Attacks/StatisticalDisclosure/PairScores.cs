using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Pairs of parties by how much an attack believes that they talk. Immutable.</summary>
public sealed class PairScores
{
    readonly int[] _offset, _rank;

    internal PairScores(List<PairScore> pairs, DisclosureBasis basis)
    {
        Basis = basis;
        Join(pairs);
        pairs.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.A != b.A ? a.A.Index.CompareTo(b.A.Index) : a.B.Index.CompareTo(b.B.Index));
        Ranked = [.. pairs];
        _offset = new int[PartyCount(Ranked) + 1];
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
        if (ego.Index >= _offset.Length - 1) yield break;
        for (var i = _offset[ego.Index]; i < _offset[ego.Index + 1]; i++)
        {
            var pair = Ranked[_rank[i]];
            yield return (pair.A == ego ? pair.B : pair.A, pair.Score);
        }
    }

    static int PartyCount(ImmutableArray<PairScore> pairs)
    {
        var last = -1;
        foreach (var pair in pairs) last = Math.Max(last, pair.B.Index);
        return last + 1;
    }

    // What several sources say of one pair adds up.
    static void Join(List<PairScore> pairs)
    {
        pairs.Sort((a, b) => a.A != b.A ? a.A.Index.CompareTo(b.A.Index) : a.B != b.B ? a.B.Index.CompareTo(b.B.Index) : a.Score.CompareTo(b.Score));
        var kept = 0;
        foreach (var pair in CollectionsMarshal.AsSpan(pairs))
            if (kept > 0 && pairs[kept - 1].A == pair.A && pairs[kept - 1].B == pair.B) pairs[kept - 1] = pair with { Score = pairs[kept - 1].Score + pair.Score };
            else pairs[kept++] = pair;
        pairs.RemoveRange(kept, pairs.Count - kept);
    }
}
