using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>Deliveries between two different visible parties, in the order of the records.</summary>
/// <param name="PartyCount">Number of parties.</param>
/// <param name="From">Sender of each.</param>
/// <param name="To">Recipient of each.</param>
/// <param name="At">Time of each, milliseconds, never falling.</param>
/// <param name="Order">What "before" means at one instant.</param>
sealed record MotifEvents(int PartyCount, int[] From, int[] To, long[] At, MotifOrder Order)
{
    public int Count => At.Length;

    /// <summary>Whether neither of two events is before the other.</summary>
    public bool AreSimultaneous(int a, int b) => a == b || (Order == MotifOrder.Strict && At[a] == At[b]);

    public static MotifEvents Of(Observation seen, MotifOrder order)
    {
        List<int> from = new(seen.DeliveryCount), to = new(seen.DeliveryCount);
        var at = new List<long>(seen.DeliveryCount);
        for (var i = 0; i < seen.Count; i++)
        {
            var sender = seen.Sender[i];
            if (sender < 0) continue;
            foreach (var recipient in seen.RecipientsOf(i))
            {
                if (recipient == sender) continue;
                from.Add(sender);
                to.Add(recipient);
                at.Add(seen.SeenAt[i]);
            }
        }
        return new MotifEvents(seen.PartyCount, [.. from], [.. to], [.. at], order);
    }
}
