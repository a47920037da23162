using System.Text;

namespace MetaLens.Ingestion.Delimited;

/// <summary>The lines of a block from somewhere in it, and of the blocks after it.</summary>
sealed class BlockLines(ScannedBlocks blocks, ByteBlock block, int start)
{
    ByteBlock? _block = block;
    int _start = start;

    /// <summary>Whether the next line is the first of a block, or there is none.</summary>
    public bool IsBetweenBlocks => _block is null || _start >= _block.Length;

    /// <summary>The next line without its end; null at the end of the file.</summary>
    public string? Next()
    {
        if (_block is not null && IsBetweenBlocks) (_block, _start) = (blocks.Next(), 0);
        if (_block is null) return null;
        var rest = _block.Bytes.AsSpan(_start, _block.Length - _start);
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
        _start += end < 0 ? rest.Length : rest[end..] is [(byte)'\r', (byte)'\n', ..] ? end + 2 : end + 1;
        return line;
    }
}
