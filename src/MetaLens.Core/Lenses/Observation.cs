using System.Runtime.InteropServices;
using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>
/// What an observer has: what a lens leaves of a log. The only input of graphs, analyzers and attacks. Rows are sorted by <see cref="SeenAt"/>. A hidden sender is
/// −1, hidden recipients are an empty list, an unknown size or conversation is −1. Immutable; through the identity lens a view of the log without a copy.
/// </summary>
/// <remarks>
/// A row need not be a message: a network observer sees an upload and a download as two rows, receipts and cover traffic are rows too. Which is which, only the
/// <see cref="AnswerKey"/> tells. The protections in force are public (Kerckhoffs' principle), so an attack may use <see cref="Lens"/>.
/// </remarks>
public sealed class Observation
{
    readonly LogColumns _columns;
    readonly string[]? _names;

    internal Observation(Lens lens, LogColumns columns, int partyCount, string[]? names, TimeBasis timeBasis, bool contentReadable, bool kindsVisible, PartyId? owner)
    {
        Lens = lens;
        _columns = columns;
        _names = names;
        PartyCount = partyCount;
        TimeBasis = timeBasis;
        ContentReadable = contentReadable;
        KindsVisible = kindsVisible;
        Owner = owner;
    }

    /// <summary>The lens this was seen through.</summary>
    public Lens Lens { get; }

    /// <summary>Number of rows.</summary>
    public int Count => _columns.SentAt.Length;

    /// <summary>Number of visible deliveries: recipients summed over rows.</summary>
    public int DeliveryCount => _columns.Recipient.Length;

    /// <summary>Number of parties; a party may occur in no row.</summary>
    public int PartyCount { get; }

    /// <summary>What <see cref="SeenAt"/> is measured against.</summary>
    public TimeBasis TimeBasis { get; }

    /// <summary>Whether the observer can read what was said.</summary>
    public bool ContentReadable { get; }

    /// <summary>Whether <see cref="Kind"/> says more than <see cref="MessageKind.Unspecified"/>.</summary>
    public bool KindsVisible { get; }

    /// <summary>The party whose export this is, where that is known.</summary>
    public PartyId? Owner { get; }

    /// <summary>Party index of each row's sender; −1 = hidden.</summary>
    public ReadOnlySpan<int> Sender => _columns.Sender;

    /// <summary>Whether every row is known to have one recipient, so that the recipient of row i stands at i; false where some may have none or more.</summary>
    public bool HasOneRecipientEach => _columns.HasOneRecipientEach;

    /// <summary>Where each row's recipients begin in <see cref="Recipient"/>; one entry more than rows.</summary>
    public ReadOnlySpan<int> RecipientOffset => _columns.RecipientOffset;

    /// <summary>Party indices of the visible recipients, row after row.</summary>
    public ReadOnlySpan<int> Recipient => _columns.Recipient;

    /// <summary>When the observer saw each row: Unix milliseconds, never decreasing.</summary>
    public ReadOnlySpan<long> SeenAt => _columns.SentAt;

    /// <summary>Bytes of each row as the observer sees them; −1 = unknown.</summary>
    public ReadOnlySpan<int> Size => _columns.Size;

    /// <summary>Conversation of each row; −1 = not visible.</summary>
    public ReadOnlySpan<int> Conversation => _columns.Conversation;

    /// <summary>The sort of each row, where visible.</summary>
    public ReadOnlySpan<MessageKind> Kind => _columns.Kind;

    /// <summary>Seconds of each call, −1 where unknown or no call; empty when no call's length is known.</summary>
    public ReadOnlySpan<int> CallSeconds => _columns.CallSeconds;

    /// <summary>Whether a row is a call, as far as the observer can tell.</summary>
    public bool IsCall(int row) => _columns.Kind[row] == MessageKind.Call;

    /// <summary>Whether any row is a call, as far as the observer can tell. O(rows), 32 of them at a time.</summary>
    public bool HasCalls => MemoryMarshal.AsBytes(Kind).Contains((byte)MessageKind.Call);

    /// <summary>Whether <see cref="SeenAt"/> are true instants, so that a UTC offset can be asked for.</summary>
    public bool KnowsInstants => TimeBasis == TimeBasis.Utc;

    /// <summary>Whether hours of the day mean anything: true instants or wall-clock times, not seconds from an unnamed start.</summary>
    public bool KnowsTimeOfDay => TimeBasis != TimeBasis.Relative;

    /// <summary>The visible recipients of one row.</summary>
    public ReadOnlySpan<int> RecipientsOf(int row) =>
        _columns.Recipient.AsSpan(_columns.RecipientOffset[row], _columns.RecipientOffset[row + 1] - _columns.RecipientOffset[row]);

    /// <summary>The identifier the observer sees, or a neutral "p17" where there is none (a pseudonym).</summary>
    public string NameOf(PartyId party) => _names is null ? $"p{party.Index}" : _names[party.Index];

    /// <summary>
    /// The rows of some kinds inside a window of time; itself when that is all rows. Every analysis restricts its input here, so that all cut alike.
    /// </summary>
    /// <param name="window">Which rows to keep.</param>
    public Observation Restrict(ObservationWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        // Mostly all rows are kept: counting them first spares a list of them.
        var count = 0;
        for (var i = 0; i < Count; i++)
            if (window.Contains(SeenAt[i], Kind[i])) count++;
        if (count == Count) return this;
        var rows = new int[count];
        for (int i = 0, next = 0; next < count; i++)
            if (window.Contains(SeenAt[i], Kind[i])) rows[next++] = i;
        return Take(rows);
    }

    /// <summary>The rows that some parties sent or received, the parties as they are: little to hold where they are few. O(deliveries).</summary>
    /// <param name="parties">Which, by index.</param>
    public Observation RowsOf(IReadOnlySet<int> parties)
    {
        ArgumentNullException.ThrowIfNull(parties);
        var isOne = new bool[PartyCount];
        foreach (var party in parties) isOne[party] = true;
        var rows = new List<int>();
        for (var i = 0; i < Count; i++)
        {
            var has = Sender[i] >= 0 && isOne[Sender[i]];
            foreach (var to in RecipientsOf(i)) has |= isOne[to];
            if (has) rows.Add(i);
        }
        return rows.Count == Count ? this : Take([.. rows]);
    }

    /// <summary>Some of the rows, the parties as they are. O(rows).</summary>
    /// <param name="rows">Row numbers, ascending.</param>
    public Observation Take(int[] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new Observation(Lens, ColumnOrder.Gather(_columns, rows), PartyCount, _names, TimeBasis, ContentReadable, KindsVisible, Owner);
    }
}
