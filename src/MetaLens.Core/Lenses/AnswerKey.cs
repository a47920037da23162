using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>
/// Which actor stands behind each party and which message behind each row of an <see cref="Observation"/>. For scoring only: reachable from lenses,
/// exposure and tests, never from graphs, analyzers or attacks (the architecture test sees to it).
/// </summary>
public sealed class AnswerKey
{
    readonly int[]? _actorOfParty;
    readonly int[]? _messageOfRow;

    internal AnswerKey(int[]? actorOfParty, int[]? messageOfRow, int rowCount)
    {
        RowCount = rowCount;
        _actorOfParty = actorOfParty;
        _messageOfRow = messageOfRow;
    }

    /// <summary>Rows of the observation.</summary>
    public int RowCount { get; }

    /// <summary>Whether party i is actor i.</summary>
    internal bool PartiesAreActors => _actorOfParty is null;

    /// <summary>The actor behind a party; null for an invented one.</summary>
    public ActorId? ActorOf(PartyId party) =>
        _actorOfParty is null ? new ActorId(party.Index) : _actorOfParty[party.Index] is >= 0 and var actor ? new ActorId(actor) : null;

    /// <summary>Index in the log of the message behind a row; −1 for rows that are no message of the log (receipts, cover traffic).</summary>
    public int MessageOf(int row) => _messageOfRow is null ? row : _messageOfRow[row];
}
