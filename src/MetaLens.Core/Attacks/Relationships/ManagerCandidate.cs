using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>A contact that may be the manager.</summary>
/// <param name="Manager">The contact.</param>
/// <param name="Score">Probability under the model, 0 … 1.</param>
public readonly record struct ManagerCandidate(PartyId Manager, double Score);
