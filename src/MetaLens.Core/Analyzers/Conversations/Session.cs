using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>A stretch of messages in one thread without a long silence.</summary>
/// <param name="Thread">Index in <see cref="MessageThreads"/>.</param>
/// <param name="Initiator">Who sent the first message; null when hidden.</param>
/// <param name="Partner">The first to be addressed by it; null when not visible.</param>
/// <param name="Start">First message, Unix milliseconds.</param>
/// <param name="End">Last message, Unix milliseconds.</param>
/// <param name="Messages">Messages, at least 1.</param>
/// <param name="Turns">Changes of speaker; 0 = one-sided.</param>
public readonly record struct Session(int Thread, PartyId? Initiator, PartyId? Partner, long Start, long End, int Messages, int Turns);
