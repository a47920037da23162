namespace MetaLens.Ingestion.Json;

/// <summary>Rewrites <c>\xHH</c>, which Telegram Desktop writes for control characters and JSON does not know, to <c>\u00HH</c> on the way in.</summary>
sealed class ControlCharacterStream(Stream inner) : Stream
{
    readonly byte[] _input = new byte[64 * 1024];
    int _at, _end, _zerosDue;
    bool _escaped;

    public override int Read(Span<byte> buffer)
    {
        var written = 0;
        while (written < buffer.Length)
        {
            if (_zerosDue > 0)
            {
                buffer[written++] = (byte)'0';
                _zerosDue--;
                continue;
            }
            if (_at == _end && (written > 0 || !Fill())) return written;
            if (_escaped)
            {
                var kind = _input[_at++];
                _escaped = false;
                if (kind == 'x') _zerosDue = 2;
                buffer[written++] = kind == 'x' ? (byte)'u' : kind;
                continue;
            }
            var rest = _input.AsSpan(_at, Math.Min(_end - _at, buffer.Length - written));
            var slash = rest.IndexOf((byte)'\\');
            if (slash >= 0)
            {
                rest = rest[..(slash + 1)];
                _escaped = true;
            }
            rest.CopyTo(buffer[written..]);
            written += rest.Length;
            _at += rest.Length;
        }
        return written;
    }

    bool Fill()
    {
        _at = 0;
        _end = inner.Read(_input);
        return _end > 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
