using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>Who may manage one party.</summary>
/// <param name="Ego">The party asked about.</param>
/// <param name="Candidates">Its contacts, the likeliest manager first.</param>
public sealed record ManagerRanking(PartyId Ego, ImmutableArray<ManagerCandidate> Candidates);
