using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Reads blocks whose rows are all plain and of the same number of cells, which most blocks of most files are: numbers first, names after, so that the memory a
/// name waits for is asked for many rows ahead. At the first row that is anything else it gives the whole block up to the <see cref="BlockScanner"/>.
/// </summary>
sealed class UniformRows(DelimitedLayout layout, CellNames actors, CellTimes times)
{
    const int RowsAhead = 24;

    readonly byte _delimiter = (byte)layout.Delimiter;
    ulong[] _sender = [], _recipient = [];

    /// <summary>Whether blocks of this layout are worth a try.</summary>
    public static bool Handles(DelimitedLayout layout) =>
        layout.Delimiter != ' ' && layout.Roles is { Recipient: >= 0, Conversation: < 0, Id: < 0 };

    /// <summary>Reads a block; false when a row needs care, with no row taken. O(bytes).</summary>
    /// <param name="block">The block, cleared.</param>
    /// <param name="marks">Where its delimiters, line ends and quotes are.</param>
    public bool TryRead(ByteBlock block, ReadOnlySpan<int> marks)
    {
        var start = 0;
        if (block.BeginsWithHeader)
        {
            var header = block.Bytes.AsSpan(0, block.Length).IndexOf((byte)'\n');
            if (header < 0 || block.Bytes[0] is (byte)'#' or (byte)'\r' or (byte)'\n') return false;
            start = header + 1;
            marks = marks[(marks.IndexOf(header) + 1)..];
        }
        if (marks.IsEmpty || block.Bytes[marks[^1]] != '\n') return false;
        var (cells, stride) = Shape(block.Bytes, marks);
        if (cells < layout.Roles.Needed || marks.Length % stride != 0 || (layout.Header is not null && cells > layout.Width)) return false;
        var rows = marks.Length / stride;
        block.Reserve(rows);
        if (_sender.Length < rows) (_sender, _recipient) = (new ulong[rows], new ulong[rows]);
        if (!TryNumbersAndKeys(block, marks, start, cells, stride, rows) || !TryNames(block, marks, start, stride, rows)) return false;
        block.AddAll(rows, rows + (start > 0 ? 1 : 0));
        block.BeginsWithHeader = false;
        return true;
    }

    // Cells of the first row, and marks from one row to the next: one more where lines end with two characters.
    (int Cells, int Stride) Shape(byte[] bytes, ReadOnlySpan<int> marks)
    {
        var cells = 1;
        while (cells < marks.Length && bytes[marks[cells - 1]] == _delimiter) cells++;
        return (cells, bytes[marks[cells - 1]] == '\r' ? cells + 1 : cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool TryNumbersAndKeys(ByteBlock block, ReadOnlySpan<int> marks, int start, int cells, int stride, int rows)
    {
        var roles = layout.Roles;
        var bytes = block.Bytes;
        var (sentAt, size) = (block.SentAt, block.Size);
        for (var row = 0; row < rows; row++, marks = marks[stride..])
        {
            var ends = marks[..stride];
            for (var i = 0; i < cells - 1; i++)
                if (bytes[ends[i]] != _delimiter) return false;
            if (bytes[ends[^1]] != '\n' || (stride > cells && (bytes[ends[^2]] != '\r' || ends[^1] != ends[^2] + 1)) || bytes[start] == '#') return false;
            if (!times.TryRead(Cell(bytes, start, ends, roles.Time), out sentAt[row]) || !TrySize(Cell(bytes, start, ends, roles.Size), out size[row])) return false;
            var from = Cell(bytes, start, ends, roles.Sender);
            var to = Cell(bytes, start, ends, roles.Recipient);
            if (!IsTrimmed(from) || !IsTrimmed(to)) return false;
            (_sender[row], _recipient[row]) = (CellNames.KeyOf(from), CellNames.KeyOf(to));
            start = ends[^1] + 1;
        }
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    bool TryNames(ByteBlock block, ReadOnlySpan<int> marks, int start, int stride, int rows)
    {
        var sender = _sender.AsSpan(0, rows);
        var recipient = _recipient.AsSpan(0, rows);
        for (var row = 0; row < rows; row++, marks = marks[stride..])
        {
            if (row + RowsAhead < rows)
            {
                actors.Prefetch(sender[row + RowsAhead]);
                actors.Prefetch(recipient[row + RowsAhead]);
            }
            var ends = marks[..stride];
            if (!TryName(block, sender[row], start, ends, layout.Roles.Sender, out block.Sender[row])) return false;
            if (!TryName(block, recipient[row], start, ends, layout.Roles.Recipient, out block.Recipient[row])) return false;
            start = ends[^1] + 1;
        }
        return !actors.AnyList;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryName(ByteBlock block, ulong key, int start, ReadOnlySpan<int> ends, int column, out int name) =>
        actors.TryFindShort(key, out name) || (name = actors.IndexOf(key, Cell(block.Bytes, start, ends, column), block.NewActors)) >= 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static ReadOnlySpan<byte> Cell(byte[] bytes, int start, ReadOnlySpan<int> ends, int column)
    {
        if ((uint)column >= (uint)ends.Length) return default;
        var at = column == 0 ? start : ends[column - 1] + 1;
        // Marks are positions in the block, in order.
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bytes), at), ends[column] - at);
    }

    static bool IsTrimmed(ReadOnlySpan<byte> cell) => !cell.IsEmpty && cell[0] > ' ' && cell[^1] > ' ';

    static bool TrySize(ReadOnlySpan<byte> cell, out int size)
    {
        size = -1;
        if (cell.IsEmpty) return true;
        var isRead = CellNumber.TryRead(cell, out var bytes) && bytes <= int.MaxValue;
        size = (int)bytes;
        return isRead;
    }
}
