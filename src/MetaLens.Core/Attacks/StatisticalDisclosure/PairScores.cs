using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Pairs of parties by how much an attack believes that they talk. Immutable.</summary>
public sealed class PairScores
{
    readonly Dictionary<int, List<PairScore>> _ofParty = [];

    internal PairScores(IEnumerable<PairScore> pairs, DisclosureBasis basis)
    {
        Ranked = [.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A.Index).ThenBy(p => p.B.Index)];
        Basis = basis;
        foreach (var pair in Ranked)
        {
            Of(pair.A.Index).Add(pair);
            Of(pair.B.Index).Add(pair);
        }

        List<PairScore> Of(int party) => _ofParty.TryGetValue(party, out var list) ? list : _ofParty[party] = [];
    }

    /// <summary>Every pair with a score above 0, best first, each once with <c>A &lt; B</c>; equal scores in order of index.</summary>
    public ImmutableArray<PairScore> Ranked { get; }

    /// <summary>What in the observation the scores rest on.</summary>
    public DisclosureBasis Basis { get; }

    /// <summary>The parties that one party may talk with and their scores, best first; empty when nothing is known.</summary>
    public IEnumerable<(PartyId Alter, double Score)> AltersOf(PartyId ego) =>
        _ofParty.TryGetValue(ego.Index, out var pairs) ? pairs.Select(p => (p.A == ego ? p.B : p.A, p.Score)) : [];
}
