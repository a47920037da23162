namespace MetaLens.Messages;

/// <summary>
/// An actor of the truth: a person, account, number or address that sends or receives, as a dense index
/// (0-based, below <see cref="Actors.Count"/>). What an observer sees instead is a <c>PartyId</c>; the two never mix.
/// </summary>
/// <param name="Index">Position in <see cref="Actors"/>, 0-based.</param>
public readonly record struct ActorId(int Index);
