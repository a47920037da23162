namespace MetaLens.Ingestion;

/// <summary>The lines of a file as bytes, streaming: constant memory whatever the file, and a line too long to keep is given cut but counted whole.</summary>
sealed class ByteLines(Stream stream, int longest = 1 << 20)
{
    byte[] _buffer = new byte[Math.Min(longest, 1 << 17)];
    int _start, _end;

    /// <summary>Number of the line given last, 1-based.</summary>
    public long Number { get; private set; }

    /// <summary>Byte offset of the line given last.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes of the line given last with its line end.</summary>
    public long Length { get; private set; }

    /// <summary>The line given last was longer than is kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The line given last had no line end: it is the last, and may be cut.</summary>
    public bool HasNoEnd { get; private set; }

    /// <summary>The file's compression broke off; what came before was given.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The next line without its line end; false at the end. Valid until the next call.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        (Offset, Length, IsCut) = (Offset + Length, 0, false);
        var scanned = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (end >= 0) return Give(scanned + end, 1, out line);
            scanned = _end - _start;
            if (scanned >= longest) return GiveCut(out line);
            if (Fill()) continue;
            if (scanned == 0) { line = default; return false; }
            return Give(scanned, 0, out line);
        }
    }

    bool Give(int length, int lineEnd, out ReadOnlySpan<byte> line)
    {
        line = _buffer.AsSpan(_start, length);
        if (lineEnd > 0 && line is [.., (byte)'\r']) line = line[..^1];
        _start += length + lineEnd;
        Length = length + lineEnd;
        HasNoEnd = lineEnd == 0;
        Number++;
        return true;
    }

    bool GiveCut(out ReadOnlySpan<byte> line)
    {
        var kept = _buffer.AsSpan(_start, _end - _start).ToArray();
        Length = kept.Length;
        var found = -1;
        do
        {
            (_start, _end) = (0, 0);
            if (!Fill()) break;
            found = _buffer.AsSpan(0, _end).IndexOf((byte)'\n');
            _start = found < 0 ? _end : found + 1;
            Length += _start;
        }
        while (found < 0);
        line = kept;
        IsCut = true;
        Number++;
        return true;
    }

    bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, Math.Min(longest + 1, _buffer.Length * 2));
        try
        {
            var read = stream.Read(_buffer, _end, _buffer.Length - _end);
            _end += read;
            return read > 0;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            IsBroken = true;
            return false;
        }
    }
}
