using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// A stretch of a file that ends at a line end, and what a <see cref="BlockScanner"/> made of it: plain rows as columns (names as the scanner's own indices),
/// and where the other lines are. Used again for a later stretch.
/// </summary>
sealed class ByteBlock
{
    /// <summary>Bytes after the last one that may be read, so that eight can always be taken at once.</summary>
    public const int Padding = 32;

    /// <summary>What the scanner's indices of actors are in the log.</summary>
    public NamesInLog Actors { get; set; } = new(_ => -1);

    /// <summary>What the scanner's indices of conversations are in the log.</summary>
    public NamesInLog Conversations { get; set; } = new(_ => -1);

    /// <summary>The bytes; only the first <see cref="Length"/> count.</summary>
    public byte[] Bytes { get; set; } = [];

    public int Length { get; set; }

    /// <summary>The stretch holds the first row, which is the header.</summary>
    public bool BeginsWithHeader { get; set; }

    /// <summary>Lines in it, blank lines and comments included.</summary>
    public int LineCount { get; set; }

    /// <summary>Plain rows in it.</summary>
    public int RowCount { get; private set; }

    /// <summary>Where its first row stands in the columns.</summary>
    public int FirstRow { get; private set; }

    public long[] SentAt { get; private set; } = [];
    public int[] Sender { get; private set; } = [];
    public int[] Recipient { get; private set; } = [];
    public int[] Size { get; private set; } = [];
    public int[] Conversation { get; private set; } = [];

    /// <summary>Names that the scanner met first in this block, in order.</summary>
    public List<string> NewActors { get; } = [];

    /// <summary>Conversations that the scanner met first in this block, in order.</summary>
    public List<string> NewConversations { get; } = [];

    /// <summary>Lines left to the row reader, in order.</summary>
    public List<UnusualLine> Unusual { get; } = [];

    /// <summary>Forgets what a scanner made of it.</summary>
    public void Clear()
    {
        (LineCount, RowCount) = (0, 0);
        NewActors.Clear();
        NewConversations.Clear();
        Unusual.Clear();
    }

    /// <summary>Makes room for so many rows, where it writes to columns of its own.</summary>
    public void Reserve(int rows)
    {
        if (SentAt.Length - FirstRow >= rows) return;
        SentAt = new long[rows];
        (Sender, Recipient, Size, Conversation) = (new int[rows], new int[rows], new int[rows], new int[rows]);
    }

    /// <summary>Makes it write its rows straight into a log, which has room for them, from a row on.</summary>
    public void WriteTo(MessageRoom room, int firstRow)
    {
        (SentAt, Sender, Recipient, Size) = (room.SentAt, room.Sender, room.Recipient, room.Size);
        FirstRow = firstRow;
    }

    /// <summary>Adds a plain row. There must be room.</summary>
    public void Add(in PlainRow row)
    {
        var at = RowCount++;
        (SentAt[at], Sender[at], Recipient[at], Size[at], Conversation[at]) = (row.SentAt, row.Sender, row.Recipient, row.Size, row.Conversation);
    }

    /// <summary>Says that the columns hold so many plain rows, all there are in it.</summary>
    public void AddAll(int rows, int lines) => (RowCount, LineCount) = (rows, lines);

    /// <summary>Takes the last plain row back.</summary>
    public void RemoveLast() => RowCount--;
}
