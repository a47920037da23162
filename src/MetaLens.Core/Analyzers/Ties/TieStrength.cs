using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>How strong a tie is, by several definitions: what one calls strong another need not.</summary>
/// <param name="A">The party with the lower index.</param>
/// <param name="B">The other.</param>
/// <param name="Messages">Deliveries both ways, at least 1.</param>
/// <param name="Conversations">Stretches of them without a long silence, at least 1.</param>
/// <param name="Hours">Distinct hours of the clock with a delivery, at least 1.</param>
/// <param name="Days">Distinct local days with a delivery, at least 1.</param>
/// <param name="Bytes">Known bytes of the deliveries; null where no size is known.</param>
/// <param name="CallSeconds">Known seconds of calls; null where none is known.</param>
/// <param name="Mutual">Geometric mean of the parts of both ends' deliveries that are on this tie, above 0 … 1.</param>
/// <param name="Faded">Deliveries, each counting half as much for every half-life before the end of the log; above 0 … <paramref name="Messages"/>.</param>
public readonly record struct TieStrength(PartyId A, PartyId B, int Messages, int Conversations, int Hours, int Days, long? Bytes, long? CallSeconds, double Mutual, double Faded);
