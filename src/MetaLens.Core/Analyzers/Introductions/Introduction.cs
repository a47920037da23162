using MetaLens.Lenses;

namespace MetaLens.Analyzers.Introductions;

/// <summary>Two parties that began to write to each other shortly after each wrote with a third.</summary>
/// <param name="A">The one that wrote first.</param>
/// <param name="B">The other.</param>
/// <param name="Via">The common contact.</param>
/// <param name="At">First message between A and B, Unix milliseconds.</param>
/// <param name="Candidates">Common contacts that could have introduced them, at least 1; 1 = no doubt among those seen.</param>
/// <param name="Expected">Common contacts that chance lets expect, at least 0.</param>
/// <param name="PValue">Chance of so many common contacts, 0 … 1.</param>
/// <param name="Corrected">The same corrected over all first contacts, those without a common contact included (Benjamini–Hochberg).</param>
public sealed record Introduction(PartyId A, PartyId B, PartyId Via, long At, int Candidates, double Expected, double PValue, double Corrected);
