using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>The part of an organisation's chart that an observer knows: who reports to whom. Loops are cut where they close.</summary>
public sealed class KnownChart
{
    readonly IReadOnlyDictionary<PartyId, PartyId> _managerOf;
    readonly Dictionary<PartyId, int> _below = [];

    /// <summary>Counts who stands below whom. O(people · depth).</summary>
    public KnownChart(IReadOnlyDictionary<PartyId, PartyId> managerOf)
    {
        ArgumentNullException.ThrowIfNull(managerOf);
        _managerOf = managerOf;
        foreach (var (superior, _) in Pairs()) _below[superior] = _below.GetValueOrDefault(superior) + 1;
    }

    /// <summary>Everybody with each of their superiors, by subordinate.</summary>
    public IEnumerable<(PartyId Superior, PartyId Subordinate)> Pairs()
    {
        foreach (var subordinate in _managerOf.Keys.OrderBy(p => p.Index))
        {
            var passed = new HashSet<PartyId> { subordinate };
            for (var at = subordinate; _managerOf.TryGetValue(at, out var superior) && passed.Add(superior); at = superior) yield return (superior, subordinate);
        }
    }

    /// <summary>How many are known to stand below somebody, at any distance.</summary>
    public int BelowCount(PartyId party) => _below.GetValueOrDefault(party);
}
