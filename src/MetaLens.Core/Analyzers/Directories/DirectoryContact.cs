using MetaLens.Lenses;

namespace MetaLens.Analyzers.Directories;

/// <summary>That a party was in touch with somebody of a directory.</summary>
/// <param name="Party">The party.</param>
/// <param name="Listed">The listed party it was in touch with.</param>
/// <param name="Category">The directory's word for it.</param>
/// <param name="Messages">Deliveries both ways, at least 1.</param>
/// <param name="First">First, Unix milliseconds.</param>
/// <param name="Last">Last, Unix milliseconds.</param>
public sealed record DirectoryContact(PartyId Party, PartyId Listed, string Category, int Messages, long First, long Last);
