namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// The blocks of a file in order, read on the caller's thread and scanned on others while the caller takes in those before. Block k goes to scanner k modulo
/// their number, and a scanner keeps the order: what comes out does not depend on timing, and the memory not on the length of the file.
/// </summary>
sealed class ScannedBlocks : IDisposable
{
    const int BlockLength = 1 << 18;

    readonly Stream _stream;
    readonly BlockScanner[] _scanners;
    readonly (NamesInLog Actors, NamesInLog Conversations)[] _names;
    readonly Task[] _last;
    readonly Queue<(ByteBlock Block, Task Scanned)> _underWay = new();
    readonly Stack<ByteBlock> _free = new();
    readonly CancellationToken _stop;
    byte[] _rest = [];
    ByteBlock? _given;
    bool _hasHeader, _atEnd;
    int _next;

    /// <summary>Opens the blocks of a stream.</summary>
    /// <param name="stream">UTF-8, at the beginning of a line.</param>
    /// <param name="linesBefore">Lines before that one; 0 = the header, if there is one, is still to come.</param>
    /// <param name="layout">How rows are laid out.</param>
    /// <param name="threads">Scanners, 1 or more.</param>
    /// <param name="names">Makes the tables that lead from one scanner's names to the log.</param>
    /// <param name="stop">Stops it.</param>
    public ScannedBlocks(Stream stream, long linesBefore, DelimitedLayout layout, int threads, Func<(NamesInLog Actors, NamesInLog Conversations)> names, CancellationToken stop)
    {
        _stream = stream;
        _stop = stop;
        LinesBefore = linesBefore;
        _hasHeader = layout.Header is not null && linesBefore == 0;
        (_scanners, _names, _last) = (new BlockScanner[threads], new (NamesInLog, NamesInLog)[threads], new Task[threads]);
        for (var i = 0; i < threads; i++) (_scanners[i], _names[i], _last[i]) = (new BlockScanner(layout), names(), Task.CompletedTask);
    }

    /// <summary>Lines before the block given last.</summary>
    public long LinesBefore { get; private set; }

    /// <summary>Whether the block given last is the last of the file.</summary>
    public bool IsAtEnd => _atEnd && _underWay.Count == 0;

    /// <summary>Whether the file, read to its end, does not end with a line end.</summary>
    public bool EndsInsideLine { get; private set; }

    /// <summary>The next block; null at the end. Valid until the next call.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ByteBlock? Next()
    {
        _stop.ThrowIfCancellationRequested();
        if (_given is not null)
        {
            LinesBefore += _given.LineCount;
            _free.Push(_given);
            _given = null;
        }
        while (_underWay.Count < 2 * _scanners.Length && ReadBlock() is { } block) Scan(block);
        if (!_underWay.TryDequeue(out var next)) return null;
        next.Scanned.GetAwaiter().GetResult();
        next.Block.Actors.Learn(next.Block.NewActors);
        next.Block.Conversations.Learn(next.Block.NewConversations);
        return _given = next.Block;
    }

    void Scan(ByteBlock block)
    {
        var turn = _next++ % _scanners.Length;
        (block.Actors, block.Conversations) = _names[turn];
        _last[turn] = _last[turn].ContinueWith(before =>
        {
            before.GetAwaiter().GetResult();
            _scanners[turn].Scan(block);
        }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _underWay.Enqueue((block, _last[turn]));
    }

    ByteBlock? ReadBlock()
    {
        if (_atEnd) return null;
        var block = _free.TryPop(out var used) ? used : new ByteBlock { Bytes = new byte[BlockLength + ByteBlock.Padding] };
        var length = _rest.Length;
        _rest.CopyTo(block.Bytes, 0);
        var end = 0;
        while (end == 0)
        {
            // A line longer than the block makes the block longer.
            if (length + ByteBlock.Padding == block.Bytes.Length) block.Bytes = Longer(block.Bytes);
            var room = block.Bytes.AsSpan(length, block.Bytes.Length - ByteBlock.Padding - length);
            var read = _stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
            _atEnd = read < room.Length;
            length += read;
            if (_atEnd) EndsInsideLine = length > 0 && block.Bytes[length - 1] is not ((byte)'\n' or (byte)'\r');
            end = _atEnd ? length : LastLineEnd(block.Bytes.AsSpan(0, length));
            if (end == 0 && _atEnd) return null;
        }
        _rest = block.Bytes[end..length];
        block.Length = end;
        (block.BeginsWithHeader, _hasHeader) = (_hasHeader, false);
        return block;
    }

    static byte[] Longer(byte[] bytes)
    {
        Array.Resize(ref bytes, bytes.Length * 2);
        return bytes;
    }

    // Behind the last line feed; in a file without any, behind the last carriage return that surely has none after it.
    static int LastLineEnd(ReadOnlySpan<byte> bytes) => bytes.LastIndexOf((byte)'\n') is >= 0 and var feed ? feed + 1 : bytes[..^1].LastIndexOf((byte)'\r') + 1;

    /// <summary>Waits until no scanner is at work; the stream stays open.</summary>
    public void Dispose()
    {
        foreach (var (_, scanned) in _underWay) scanned.ContinueWith(static _ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
    }
}
