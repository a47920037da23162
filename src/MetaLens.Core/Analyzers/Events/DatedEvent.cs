using MetaLens.Lenses;

namespace MetaLens.Analyzers.Events;

/// <summary>Something that happened to a party or a tie.</summary>
/// <param name="Party">Whose event.</param>
/// <param name="Other">The other end of the tie; null for an event of the party itself.</param>
/// <param name="Day">First day of the new state, days since 1970-01-01, local.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Before">Messages a day before; for moved hours, the mean hour of activity before.</param>
/// <param name="After">The same after.</param>
public sealed record DatedEvent(PartyId Party, PartyId? Other, int Day, EventKind Kind, double Before, double After);
