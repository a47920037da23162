using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Communities;

/// <summary>Who is in the same conversations as whom, where the observer sees conversations.</summary>
public static class CoMembership
{
    /// <summary>
    /// Every pair that shares a group: a conversation in which at least three parties are seen sending or receiving. The likeliest to be more than chance first, then by strength. Groups of more than <paramref name="largest"/> members join
    /// nobody, but count as groups. Empty where conversations or parties are hidden. O(deliveries + Σ members² + pairs log pairs).
    /// </summary>
    /// <remarks>
    /// Strength: Newman, Phys. Rev. E 64 (2001) 016132, doi 10.1103/PhysRevE.64.016132. Null: of G groups, one party in g_a and the other in g_b at random share a hypergeometric number (validated projection of a two-mode network):
    /// Tumminello et al., PLoS ONE 6 (2011) e17994, doi 10.1371/journal.pone.0017994.
    /// </remarks>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="largest">2 … 10,000.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<SharedConversations> Of(Observation seen, int largest, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNotEqual(largest, Math.Clamp(largest, 2, 10_000));
        var groups = Groups(seen);
        var groupsOf = new int[seen.PartyCount];
        var pairs = new Dictionary<(int A, int B), (int Shared, double Strength)>();
        foreach (var members in groups)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var p in members) groupsOf[p]++;
            if (members.Length > largest) continue;
            for (var j = 1; j < members.Length; j++)
                for (var i = 0; i < j; i++)
                {
                    var (shared, strength) = pairs.GetValueOrDefault((members[i], members[j]));
                    pairs[(members[i], members[j])] = (shared + 1, strength + (1.0 / (members.Length - 1)));
                }
        }
        var all = pairs.Select(p => new SharedConversations(new PartyId(p.Key.A), new PartyId(p.Key.B), p.Value.Shared, p.Value.Strength,
            (double)p.Value.Shared / (groupsOf[p.Key.A] + groupsOf[p.Key.B] - p.Value.Shared), Backbone.HypergeometricTail(p.Value.Shared, groups.Count, groupsOf[p.Key.A], groupsOf[p.Key.B]), 1)).ToArray();
        var corrected = FalseDiscovery.BenjaminiHochberg([.. all.Select(p => p.PValue)]);
        return [.. all.Select((p, i) => p with { Corrected = corrected[i] }).OrderBy(p => p.PValue).ThenByDescending(p => p.Strength).ThenBy(p => p.A.Index).ThenBy(p => p.B.Index)];
    }

    // The members of each group, ascending; groups in order of their number.
    static List<int[]> Groups(Observation seen)
    {
        var members = new SortedDictionary<int, HashSet<int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Conversation[i] is not (>= 0 and var conversation)) continue;
            if (!members.TryGetValue(conversation, out var own)) members[conversation] = own = [];
            if (seen.Sender[i] is >= 0 and var sender) own.Add(sender);
            foreach (var to in seen.RecipientsOf(i)) own.Add(to);
        }
        return [.. members.Values.Where(own => own.Count > 2).Select(own => own.Order().ToArray())];
    }
}
