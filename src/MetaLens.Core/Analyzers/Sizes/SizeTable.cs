using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary>How large each party's messages are, as the observer sees them.</summary>
public static class SizeTable
{
    /// <summary>One record per party with a message of known size, in order of the parties; a message to many counts once for its sender, and messages to oneself are not received. Empty where sizes or the ends asked for are hidden. O(deliveries log deliveries).</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="direction">Whether those it sent, received, or both.</param>
    public static IReadOnlyList<PartySizes> Of(Observation seen, Direction direction = Direction.Sent)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var sizes = new List<int>?[seen.PartyCount];
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Size[i] < 0) continue;
            if (direction != Direction.Received && seen.Sender[i] is >= 0 and var s) (sizes[s] ??= []).Add(seen.Size[i]);
            if (direction == Direction.Sent) continue;
            foreach (var r in seen.RecipientsOf(i))
                if (r != seen.Sender[i]) (sizes[r] ??= []).Add(seen.Size[i]);
        }
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
