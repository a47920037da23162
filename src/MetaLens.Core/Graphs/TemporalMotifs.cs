using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Graphs;

/// <summary>
/// δ-temporal motifs: ordered triples of deliveries among at most three parties, the last at most δ after the first. Reply chains, broadcasts, forwarding and gossip each
/// leave their own of the 36 forms, so the counts are a fingerprint of how people communicate.
/// Source: Paranjape, Benson, Leskovec, "Motifs in temporal networks", WSDM 2017, doi 10.1145/3018661.3018731.
/// </summary>
public static class TemporalMotifs
{
    /// <summary>
    /// Counts all 36. Deliveries without a visible sender or recipient and those to oneself are left out; all counts are 0 for an empty log. Pairs and stars take O(deliveries),
    /// triangles O(triangles · deliveries on their ties) at worst, but only deliveries that have another within δ at both ends are looked at; in parallel.
    /// </summary>
    /// <param name="seen">The log.</param>
    /// <param name="delta">The longest time from first to third delivery, inclusive; not negative.</param>
    /// <param name="order">What "before" means for deliveries of one instant.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Delta is negative.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static MotifCounts Of(Observation seen, Duration delta, MotifOrder order = MotifOrder.Strict, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (delta < Duration.Zero) throw new ArgumentOutOfRangeException(nameof(delta), delta, "expected 0 or more");
        var span = (long)delta.TotalMilliseconds;
        var counts = new long[36];
        var near = new NearDeliveries(seen.DeliveryCount);
        var timelines = EventTimelines.Of(seen);
        foreach (var (index, count) in StarMotifs.Count(timelines, span, order, near, stop)) counts[index] += count;
        near.Complete();
        foreach (var (index, count) in TriangleMotifs.Count(EventTies.Of(timelines, near, stop), span, order, stop)) counts[index] += count;
        return new MotifCounts([.. counts]);
    }
}
