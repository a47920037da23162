using System.Runtime.CompilerServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Reads blocks whose rows are all plain and of the same number of cells, which most blocks of most files are, a column at a time: times, sizes, the keys of names and the
/// names last, so that the memory a name waits for is asked for many rows ahead. At the first row that is anything else it gives the whole block up to the
/// <see cref="BlockScanner"/>.
/// </summary>
sealed class UniformRows(DelimitedLayout layout, CellNames actors, CellTimes times)
{
    readonly byte _delimiter = (byte)layout.Delimiter;
    ulong[] _sender = [], _recipient = [];

    /// <summary>Whether blocks of this layout are worth a try.</summary>
    public static bool Handles(DelimitedLayout layout) =>
        layout.Delimiter != ' ' && layout.Roles is { Recipient: >= 0, Conversation: < 0, Id: < 0 };

    /// <summary>Reads a block; false when a row needs care, with no row taken. O(bytes).</summary>
    /// <param name="block">The block, cleared.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="positions">Where, as <see cref="CellMarks.Find"/> tells.</param>
    public bool TryRead(ByteBlock block, CellMarks found, ReadOnlySpan<int> positions)
    {
        var bytes = block.Bytes.AsSpan(0, block.Length);
        var marks = positions[..found.Count];
        var lines = found.LineFeeds;
        if (block.BeginsWithHeader)
        {
            var header = bytes.IndexOf((byte)'\n');
            if (header < 0 || bytes[0] is (byte)'#' or (byte)'\r' or (byte)'\n') return false;
            marks = marks[marks.IndexOf(header)..];
            lines--;
        }
        if (marks.Length < 2 || bytes[marks[^1]] != '\n') return false;
        var (cells, stride) = Shape(bytes, marks);
        var (rows, rest) = Math.DivRem(marks.Length - 1, stride);
        if (cells < layout.Roles.Needed || rest != 0 || (layout.Header is not null && cells > layout.Width)) return false;
        if (!(!found.HasOthers && lines == rows ? EndAlike(bytes, marks, stride) : AreAlike(bytes, marks, cells, stride))) return false;
        block.Reserve(rows);
        if (_sender.Length < rows) (_sender, _recipient) = (new ulong[rows], new ulong[rows]);
        var sizes = block.Size.AsSpan(block.FirstRow, rows);
        if (layout.Roles.Size < 0 || layout.Roles.Size >= cells) sizes.Fill(-1);
        else if (!TryReadSizes(Cells(block, marks, stride, layout.Roles.Size), sizes)) return false;
        if (!times.TryRead(Cells(block, marks, stride, layout.Roles.Time), block.SentAt.AsSpan(block.FirstRow, rows)) || !TryReadNames(block, marks, stride, rows)) return false;
        block.AddAll(rows, rows + (block.BeginsWithHeader ? 1 : 0));
        block.BeginsWithHeader = false;
        return true;
    }

    static CellColumn Cells(ByteBlock block, ReadOnlySpan<int> marks, int stride, int column) => new(block.Bytes, marks, stride, column);

    // Cells of the first row, and marks from one row to the next: one more where lines end with two characters.
    (int Cells, int Stride) Shape(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks)
    {
        var cells = 1;
        while (cells < marks.Length - 1 && bytes[marks[cells]] == _delimiter) cells++;
        return (cells, bytes[marks[cells]] == '\r' ? cells + 1 : cells);
    }

    // For marks that are delimiters and as many line ends as rows: where every row ends with one, none is left for the rest of it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool EndAlike(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks, int stride)
    {
        for (var last = 0; last < marks.Length - 1;)
        {
            var start = marks[last] + 1;
            last += stride;
            if (bytes[start] == '#' || bytes[marks[last]] != '\n') return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool AreAlike(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks, int cells, int stride)
    {
        for (var before = 0; before < marks.Length - 1; before += stride)
        {
            var ends = marks.Slice(before + 1, stride);
            for (var i = 0; i < cells - 1; i++)
                if (bytes[ends[i]] != _delimiter) return false;
            if (bytes[ends[^1]] != '\n' || (stride > cells && (bytes[ends[^2]] != '\r' || ends[^1] != ends[^2] + 1)) || bytes[marks[before] + 1] == '#') return false;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool TryReadSizes(CellColumn cells, Span<int> sizes)
    {
        for (var row = 0; row < sizes.Length; row++)
        {
            var cell = cells[row];
            if (cell.IsEmpty) sizes[row] = -1;
            else if (CellNumber.TryRead(cell, out var bytes) && bytes <= int.MaxValue) sizes[row] = (int)bytes;
            else return false;
        }
        return true;
    }

    bool TryReadNames(ByteBlock block, ReadOnlySpan<int> marks, int stride, int rows)
    {
        var senders = Cells(block, marks, stride, layout.Roles.Sender);
        var recipients = Cells(block, marks, stride, layout.Roles.Recipient);
        ReadOnlySpan<ulong> senderKeys = _sender.AsSpan(0, rows), recipientKeys = _recipient.AsSpan(0, rows);
        if (!TryReadKeys(senders, _sender.AsSpan(0, rows)) || !TryReadKeys(recipients, _recipient.AsSpan(0, rows))) return false;
        var from = block.Sender.AsSpan(block.FirstRow, rows);
        var to = block.Recipient.AsSpan(block.FirstRow, rows);
        // Names that are new or long are looked at one at a time.
        for (var name = 0; (name = actors.FindShort(senderKeys, recipientKeys, from, to, name)) < 2 * rows; name++)
        {
            var row = name >> 1;
            if ((name & 1) == 0) from[row] = actors.IndexOf(senderKeys[row], senders[row], block.NewActors);
            else to[row] = actors.IndexOf(recipientKeys[row], recipients[row], block.NewActors);
            if (((name & 1) == 0 ? from[row] : to[row]) < 0) return false;
        }
        return !actors.AnyList;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool TryReadKeys(CellColumn cells, Span<ulong> keys)
    {
        for (var row = 0; row < keys.Length; row++)
        {
            var cell = cells[row];
            if (cell.IsEmpty || cell[0] <= ' ' || cell[^1] <= ' ') return false;
            keys[row] = CellNames.KeyOf(cell);
        }
        return true;
    }
}
