namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Reads the plain rows of a block into columns without making a string a row, and leaves every line it is not sure of to the <see cref="RowReader"/>: quotes,
/// lists of recipients, anything the row reader would reject or change. Used by one thread at a time; its indices of names go on from block to block.
/// </summary>
sealed class BlockScanner
{
    const int TriesForUniformRows = 3;

    readonly DelimitedLayout _layout;
    readonly CellNames _actors = new();
    readonly CellNames _conversations = new();
    readonly CellTimes _times;
    readonly UniformRows? _uniform;
    readonly byte _delimiter, _second;
    readonly bool _collapses;
    readonly int[] _start, _end;
    readonly NeighbourIds? _ids;
    int[] _marks = [];
    ByteBlock _block = new();
    UnusualLine _lastPlain;
    bool _lastIsPlain;
    int _cells, _misses;

    public BlockScanner(DelimitedLayout layout)
    {
        _layout = layout;
        _times = new CellTimes(layout.Times);
        _delimiter = (byte)layout.Delimiter;
        _collapses = layout.Delimiter == ' ';
        _second = _collapses ? (byte)'\t' : _delimiter;
        _uniform = UniformRows.Handles(layout) ? new UniformRows(layout, _actors, _times) : null;
        var roles = layout.Roles;
        var cells = Math.Max(roles.Needed, Math.Max(Math.Max(roles.Size, roles.Conversation), roles.Id) + 1);
        (_start, _end) = (new int[cells], new int[cells]);
        _ids = roles.Id >= 0 ? new NeighbourIds() : null;
    }

    /// <summary>Whether files of this layout can be scanned.</summary>
    public static bool Handles(DelimitedLayout layout) => !layout.Roles.KeepIds && layout.Delimiter is (> ' ' and < '\x7F' and not ('"' or '#' or '\'')) or ' ' or '\t';

    /// <summary>Scans a block. O(bytes).</summary>
    public void Scan(ByteBlock block)
    {
        _block = block;
        block.Clear();
        _ids?.Forget();
        _lastIsPlain = false;
        if (_marks.Length < block.Length + CellMarks.Spare) _marks = new int[block.Length + CellMarks.Spare];
        var bytes = block.Bytes;
        var found = CellMarks.Find(bytes.AsSpan(0, block.Length), _delimiter, _second, _marks);
        // Where rows prove too various, trying costs more than it gains.
        if (_uniform is not null && _misses < TriesForUniformRows)
        {
            var isUniform = _uniform.TryRead(block, found, _marks);
            _misses = isUniform ? 0 : _misses + 1;
            if (isUniform) return;
        }
        ScanLines(bytes, _marks.AsSpan(1..found.Count));
    }

    void ScanLines(byte[] bytes, ReadOnlySpan<int> marks)
    {
        var block = _block;
        block.Reserve(marks.Length + 1);
        int line = 0, cell = 0;
        var quoted = false;
        _cells = 0;
        for (var m = 0; m < marks.Length; m++)
        {
            var at = marks[m];
            var mark = bytes[at];
            if (mark == '"') { quoted = true; continue; }
            EndCell(cell, at);
            cell = at + 1;
            if (mark is not ((byte)'\n' or (byte)'\r')) continue;
            EndLine(line, at, quoted);
            if (mark == '\r' && cell < block.Length && bytes[cell] == '\n') { m++; cell++; }
            (line, quoted, _cells) = (cell, false, 0);
        }
        if (line < block.Length)
        {
            EndCell(cell, block.Length);
            // Without a line end, fewer cells than the header may be a file that was cut: the row reader tells.
            EndLine(line, block.Length, quoted || (_layout.Header is not null && _cells < _layout.Width));
        }
        LeaveLastOut();
    }

    void EndCell(int start, int end)
    {
        if (_collapses && start == end) return;
        if (_cells < _start.Length) (_start[_cells], _end[_cells]) = (start, end);
        _cells++;
    }

    void EndLine(int start, int end, bool quoted)
    {
        var line = new UnusualLine(_block.RowCount, _block.LineCount++, start, end);
        if (start == end || _block.Bytes[start] == '#') return;
        if (_block.BeginsWithHeader)
        {
            _block.BeginsWithHeader = false;
            return;
        }
        if (!quoted && TryRow(out var row))
        {
            if (_ids is null || _ids.IsAlone(Cell(_layout.Roles.Id)))
            {
                _block.Add(row);
                (_lastPlain, _lastIsPlain) = (line, true);
                return;
            }
        }
        else _ids?.Forget();
        LeaveLastOut();
        _block.Unusual.Add(line with { RowsBefore = _block.RowCount });
    }

    // Where rows have ids, the next row may belong to the message of the last: in another block, or in a row that only the row reader can read.
    void LeaveLastOut()
    {
        if (_ids is not null && _lastIsPlain)
        {
            _block.RemoveLast();
            _block.Unusual.Add(_lastPlain);
        }
        _lastIsPlain = false;
    }

    bool TryRow(out PlainRow row)
    {
        row = default;
        var roles = _layout.Roles;
        if (_cells < roles.Needed || (_layout.Header is not null && _cells > _layout.Width)) return false;
        if (!_times.TryRead(Cell(roles.Time), out var sentAt) || !TrySize(Cell(roles.Size), out var size)) return false;
        if (!TryName(_actors, Cell(roles.Sender), _block.NewActors, out var sender) || sender < 0) return false;
        var to = Cell(roles.Recipient);
        if (!TryName(_actors, to, _block.NewActors, out var recipient) || (roles.Recipient >= 0 && recipient < 0)) return false;
        if (_actors.AnyList && to.IndexOfAny((byte)';', (byte)'|') >= 0) return false;
        if (!TryName(_conversations, Cell(roles.Conversation), _block.NewConversations, out var conversation) || (roles.Recipient < 0 && conversation < 0)) return false;
        row = new PlainRow(sentAt, sender, recipient, size, conversation);
        return true;
    }

    // Blanks around a cell do not count; other blanks than these are for the row reader.
    ReadOnlySpan<byte> Cell(int column)
    {
        if ((uint)column >= (uint)Math.Min(_cells, _start.Length)) return default;
        var cell = _block.Bytes.AsSpan(_start[column], _end[column] - _start[column]);
        return cell is [<= (byte)' ', ..] or [.., <= (byte)' '] ? cell.Trim(" \t\v\f"u8) : cell;
    }

    // No name gives −1; a name that is not to be taken gives false.
    static bool TryName(CellNames names, ReadOnlySpan<byte> cell, List<string> fresh, out int name)
    {
        name = -1;
        return cell.IsEmpty || (name = names.IndexOf(cell, fresh)) != CellNames.Unfit;
    }

    static bool TrySize(ReadOnlySpan<byte> cell, out int size)
    {
        size = -1;
        if (cell.IsEmpty) return true;
        if (!CellNumber.TryRead(cell, out var bytes) || bytes > int.MaxValue) return false;
        size = (int)bytes;
        return true;
    }
}
