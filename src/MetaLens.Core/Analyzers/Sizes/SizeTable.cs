using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary>How large each party's messages are, as the observer sees them.</summary>
public static class SizeTable
{
    /// <summary>One record per party with a sent message of known size, in order of the parties. Empty where sizes or senders are hidden. O(rows log rows).</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    public static IReadOnlyList<PartySizes> Of(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sizes = new List<int>?[seen.PartyCount];
        for (var i = 0; i < seen.Count; i++)
            if (seen.Sender[i] is >= 0 and var s && seen.Size[i] >= 0) (sizes[s] ??= []).Add(seen.Size[i]);
        var all = new List<PartySizes>();
        for (var p = 0; p < sizes.Length; p++)
            if (sizes[p] is { } own) all.Add(Describe(new PartyId(p), own));
        return all;
    }

    static PartySizes Describe(PartyId party, List<int> sizes)
    {
        sizes.Sort();
        long total = 0;
        var distinct = 0;
        for (var i = 0; i < sizes.Count; i++)
        {
            total += sizes[i];
            if (i == 0 || sizes[i] != sizes[i - 1]) distinct++;
        }
        var median = (sizes[(sizes.Count - 1) / 2] + (double)sizes[sizes.Count / 2]) / 2;
        return new PartySizes(party, sizes.Count, total, median, sizes[(int)Math.Ceiling(0.9 * sizes.Count) - 1], (double)distinct / sizes.Count);
    }
}
