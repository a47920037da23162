using MetaLens.Messages;
using Microsoft.Win32.SafeHandles;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Reads parts of a file whose rows are all plain and alike into a log's columns, names as numbers of its own. Used by one thread, for parts of rising number.</summary>
sealed class PartScanner
{
    readonly SafeFileHandle _file;
    readonly FileParts _parts;
    readonly DelimitedLayout _layout;
    readonly MessageRoom _room;
    readonly Action<int>? _watch;
    readonly CellNames _actors = new();
    readonly UniformRows _rows;
    readonly ByteBlock _block = new();
    int[] _marks = [];

    public PartScanner(SafeFileHandle file, FileParts parts, DelimitedLayout layout, MessageRoom room, Action<int>? watch)
    {
        (_file, _parts, _layout, _room, _watch) = (file, parts, layout, room, watch);
        _rows = new UniformRows(layout, _actors, new CellTimes(layout.Times));
    }

    /// <summary>The names by number, in the order of their first rows.</summary>
    public List<string> Names => _block.NewActors;

    /// <summary>Adds all names to those of another scanner that reads no more.</summary>
    /// <returns>The other's numbers.</returns>
    public int[] AddNamesTo(PartScanner other) => _actors.AddTo(other._actors, other.Names);

    /// <summary>Reads a part; false when it has a row that needs care.</summary>
    public bool TryRead(int part)
    {
        var (before, lines) = (_parts.LinesBefore(part), (int)(_parts.LinesBefore(part + 1) - _parts.LinesBefore(part)));
        if (lines == 0) return true;
        ReadBytes(part);
        _block.BeginsWithHeader = _layout.Header is not null && before == 0;
        var header = _block.BeginsWithHeader ? 1 : 0;
        var firstRow = (int)(before + header) - (_layout.Header is null ? 0 : 1);
        _block.WriteTo(_room, firstRow);
        if (_marks.Length < _block.Length + CellMarks.Spare) _marks = new int[_block.Length + CellMarks.Spare];
        var marks = CellMarks.Find(_block.Bytes.AsSpan(0, _block.Length), (byte)_layout.Delimiter, (byte)_layout.Delimiter, _marks);
        return _rows.TryRead(_block, marks, _marks) && _block.RowCount == lines - header;
    }

    void ReadBytes(int part)
    {
        var (start, end) = (_parts.Start(part), _parts.Start(part + 1));
        _block.Length = (int)(end - start);
        if (_block.Bytes.Length < _block.Length + ByteBlock.Padding) _block.Bytes = new byte[_block.Length + (_block.Length / 4) + ByteBlock.Padding];
        for (var done = 0; done < _block.Length;)
        {
            var read = RandomAccess.Read(_file, _block.Bytes.AsSpan(done, _block.Length - done), start + done);
            if (read == 0) throw new EndOfStreamException($"The file became shorter while it was read: found its end at byte {start + done}, expected it at byte {end} or later.");
            _watch?.Invoke(read);
            done += read;
        }
    }
}
