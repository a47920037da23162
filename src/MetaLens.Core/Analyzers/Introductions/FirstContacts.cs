namespace MetaLens.Analyzers.Introductions;

/// <summary>What the first contacts of a log say of introductions.</summary>
/// <param name="Introductions">Those with a common contact, in order of time.</param>
/// <param name="Count">All first contacts whose past is known, with a common contact or without.</param>
/// <param name="ByChance">How many of them would have a common contact by chance, 0 … <paramref name="Count"/>.</param>
public sealed record FirstContacts(IReadOnlyList<Introduction> Introductions, int Count, double ByChance);
