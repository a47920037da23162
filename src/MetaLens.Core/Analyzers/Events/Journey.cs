using MetaLens.Lenses;

namespace MetaLens.Analyzers.Events;

/// <summary>A stretch of days in which a party's hours lie elsewhere than usual.</summary>
/// <param name="Party">Who.</param>
/// <param name="FromDay">First day, local, since 1970-01-01.</param>
/// <param name="ToDay">First day back at the usual hours; null = not back.</param>
/// <param name="ShiftHours">How much later its hours lie than before the first move, −12 … 12; a journey east by n zones makes them n hours earlier.</param>
public sealed record Journey(PartyId Party, int FromDay, int? ToDay, double ShiftHours);
