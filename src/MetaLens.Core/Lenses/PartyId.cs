namespace MetaLens.Lenses;

/// <summary>
/// An identity as an observer sees it: an actor, a pseudonym, an address. A dense index, 0-based, below <see cref="Observation.PartyCount"/>.
/// Only the <see cref="AnswerKey"/> knows which actor stands behind it.
/// </summary>
/// <param name="Index">0-based.</param>
public readonly record struct PartyId(int Index);
