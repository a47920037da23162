using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>A talk inside a group: messages that answer one another, while others of the group may talk of something else.</summary>
/// <param name="Group">Number of the group's conversation.</param>
/// <param name="Rows">Rows of the observation, in order of time, at least 1.</param>
/// <param name="Initiator">Who sent the first.</param>
/// <param name="Start">First message, Unix milliseconds.</param>
/// <param name="End">Last message, Unix milliseconds.</param>
/// <param name="Speakers">Distinct senders.</param>
/// <param name="Between">Messages of other threads of the group from its first to its last.</param>
public sealed record GroupThread(int Group, IReadOnlyList<int> Rows, PartyId Initiator, long Start, long End, int Speakers, int Between);
