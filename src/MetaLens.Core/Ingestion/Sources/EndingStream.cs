namespace MetaLens.Ingestion.Sources;

/// <summary>Reads through a stream and remembers with which byte it ended.</summary>
sealed class EndingStream(Stream inner) : Stream
{
    byte _last = (byte)'\n';

    /// <summary>Whether what was read so far does not end with a line end, in UTF-8 or UTF-16.</summary>
    public bool EndsInsideLine => _last is not ((byte)'\n' or (byte)'\r' or 0);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read > 0) _last = buffer[read - 1];
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
