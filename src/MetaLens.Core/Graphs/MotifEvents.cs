using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>Deliveries between two different visible parties, in the order of the records.</summary>
/// <param name="PartyCount">Number of parties.</param>
/// <param name="From">Sender of each.</param>
/// <param name="To">Recipient of each.</param>
/// <param name="At">Time of each, milliseconds, never falling.</param>
/// <param name="Rank">Events of equal rank are not before one another: never falling, one rank per instant or per event.</param>
sealed record MotifEvents(int PartyCount, int[] From, int[] To, long[] At, int[] Rank)
{
    public int Count => At.Length;

    public static MotifEvents Of(Observation seen, MotifOrder order)
    {
        List<int> from = new(seen.DeliveryCount), to = new(seen.DeliveryCount), rank = new(seen.DeliveryCount);
        var at = new List<long>(seen.DeliveryCount);
        for (var i = 0; i < seen.Count; i++)
        {
            var sender = seen.Sender[i];
            if (sender < 0) continue;
            foreach (var recipient in seen.RecipientsOf(i))
            {
                if (recipient == sender) continue;
                var follows = at.Count > 0 && (order == MotifOrder.Recorded || at[^1] != seen.SeenAt[i]);
                rank.Add(at.Count == 0 ? 0 : rank[^1] + (follows ? 1 : 0));
                from.Add(sender);
                to.Add(recipient);
                at.Add(seen.SeenAt[i]);
            }
        }
        return new MotifEvents(seen.PartyCount, [.. from], [.. to], [.. at], [.. rank]);
    }
}
