using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Who one party of the later observation may have been in the earlier.</summary>
/// <param name="Later">The party asked about.</param>
/// <param name="Candidates">Parties of the earlier observation, the likeliest first.</param>
public sealed record PartyRanking(PartyId Later, ImmutableArray<PartyCandidate> Candidates);
