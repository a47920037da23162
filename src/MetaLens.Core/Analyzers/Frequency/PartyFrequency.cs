using MetaLens.Lenses;

namespace MetaLens.Analyzers.Frequency;

/// <summary>How often a party communicates.</summary>
/// <param name="Party">The party.</param>
/// <param name="Sent">Messages sent (a message to many counts once).</param>
/// <param name="Received">Deliveries received; messages to oneself are not received.</param>
/// <param name="ActiveDays">Local days with an event of the chosen direction.</param>
/// <param name="PerDay">Events of the chosen direction per day of the whole log.</param>
/// <param name="MeanGapSeconds">Mean time between consecutive events; NaN with fewer than two events.</param>
/// <param name="MedianGapSeconds">Median of the same.</param>
/// <param name="Burstiness">−1 … 1, see <see cref="InterEventTimes.Burstiness"/>.</param>
/// <param name="FiniteBurstiness">−1 … 1, corrected for few events, see <see cref="InterEventTimes.FiniteBurstiness"/>.</param>
/// <param name="Memory">−1 … 1, see <see cref="InterEventTimes.Memory"/>.</param>
public sealed record PartyFrequency(
    PartyId Party, int Sent, int Received, int ActiveDays, double PerDay, double MeanGapSeconds, double MedianGapSeconds, double Burstiness, double FiniteBurstiness, double Memory);
