using MetaLens.Lenses.Protections;
using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>An observation in the making. Its columns begin as the log's own arrays; a protection puts a new array in place of one it changes.</summary>
sealed class ObservationDraft
{
    public required LogColumns Columns { get; set; }

    /// <summary>Actor behind each party, −1 for an invented one; null = party i is actor i.</summary>
    public int[]? ActorOfParty { get; set; }

    /// <summary>Message behind each row, −1 for none; null = row i is message i.</summary>
    public int[]? MessageOfRow { get; set; }

    public required int PartyCount { get; set; }
    public required string[]? Names { get; set; }
    public required TimeBasis TimeBasis { get; init; }
    public bool ContentReadable { get; set; } = true;
    public bool KindsVisible { get; set; } = true;
    public PartyId? Owner { get; set; }

    /// <summary>What holds messages up on this path, for those that set out later (receipts).</summary>
    public List<ITransit> Transit { get; } = [];

    /// <summary>When each row set out, before anything held it up; null = nothing did.</summary>
    public long[]? SetOutAt { get; set; }

    public int Count => Columns.SentAt.Length;

    public static ObservationDraft Of(MessageLog log) => new()
    {
        Columns = log.Columns,
        PartyCount = log.Actors.Count,
        Names = log.Actors.NamesArray,
        TimeBasis = log.TimeBasis,
        Owner = log.Owner is { } owner ? new PartyId(owner.Index) : null,
    };

    public Observation Finish(Lens lens, out AnswerKey key)
    {
        SortByTime();
        key = new AnswerKey(ActorOfParty, MessageOfRow, Count);
        return new Observation(lens, Columns, PartyCount, Names, TimeBasis, ContentReadable, KindsVisible, Owner);
    }

    public int MessageOf(int row) => MessageOfRow is null ? row : MessageOfRow[row];

    public ReadOnlySpan<int> RecipientsOf(int row) => Columns.Recipient.AsSpan(Columns.RecipientOffset[row]..Columns.RecipientOffset[row + 1]);

    /// <summary>Keeps the named rows, in the named order.</summary>
    public void Keep(int[] rows)
    {
        SetOutAt = SetOutAt is null ? null : Array.ConvertAll(rows, r => SetOutAt[r]);
        MessageOfRow = MessageOfRow is null ? rows : Array.ConvertAll(rows, r => MessageOfRow[r]);
        Columns = ColumnOrder.Gather(Columns, rows);
    }

    /// <summary>Keeps the rows that pass, in their order; nothing is copied when all do.</summary>
    public void KeepWhere(Predicate<int> passes)
    {
        var rows = new List<int>();
        for (var i = 0; i < Count; i++)
            if (passes(i)) rows.Add(i);
        if (rows.Count < Count) Keep([.. rows]);
    }

    /// <summary>Rows come out at these times, and later ones go through the same.</summary>
    public void HoldUp(ITransit transit, long[] comesOut)
    {
        SetOutAt ??= Columns.SentAt;
        Columns = Columns with { SentAt = comesOut };
        Transit.Add(transit);
    }

    /// <summary>Hides the recipients of every row.</summary>
    public void DropRecipients() => Columns = Columns with { RecipientOffset = new int[Count + 1], Recipient = [] };

    public void SortByTime()
    {
        var times = Columns.SentAt;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] >= times[i - 1]) continue;
            Keep(ColumnOrder.ByTime(times));
            return;
        }
    }
}
