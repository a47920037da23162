using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>What passed between two parties.</summary>
/// <param name="A">The party with the lower index.</param>
/// <param name="B">The other.</param>
/// <param name="MessagesAToB">Deliveries from A to B.</param>
/// <param name="MessagesBToA">Deliveries from B to A.</param>
/// <param name="First">First delivery, Unix milliseconds.</param>
/// <param name="Last">Last delivery, Unix milliseconds.</param>
/// <param name="DaysActive">Local days with a delivery, at least 1.</param>
/// <param name="ShareOfA">This tie's part of all deliveries over A's ties, 0 … 1.</param>
/// <param name="ShareOfB">This tie's part of all deliveries over B's ties, 0 … 1.</param>
/// <param name="ShareAtNight">Part of the deliveries at night, 0 … 1; null when the time of day is not known.</param>
/// <param name="ShareAtWeekend">Part of the deliveries on Saturday or Sunday, 0 … 1; null when weekdays are not known.</param>
public readonly record struct TieSummary(
    PartyId A, PartyId B, int MessagesAToB, int MessagesBToA, long First, long Last, int DaysActive, double ShareOfA, double ShareOfB, double? ShareAtNight, double? ShareAtWeekend)
{
    /// <summary>Deliveries both ways, at least 1: the strength of the tie.</summary>
    public int Messages => MessagesAToB + MessagesBToA;

    /// <summary>The smaller direction over the larger, 0 (one speaks) … 1 (both alike).</summary>
    public double Reciprocity => (double)Math.Min(MessagesAToB, MessagesBToA) / Math.Max(MessagesAToB, MessagesBToA);
}
