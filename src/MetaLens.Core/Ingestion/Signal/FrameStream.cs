namespace MetaLens.Ingestion.Signal;

/// <summary>Messages that each follow their own length, streaming.</summary>
sealed class FrameStream(Stream stream, int longest) : IDisposable
{
    readonly BufferedStream _buffered = new(stream, 1 << 16);
    long _read;

    /// <summary>Where the frame given last begins.</summary>
    public long Offset { get; private set; }

    /// <summary>The file ended inside a frame.</summary>
    public bool IsTruncated { get; private set; }

    public bool Next(out ReadOnlyMemory<byte> frame)
    {
        Offset = _read;
        frame = default;
        try
        {
            if (!ReadLength(out var length)) return false;
            // A length that no frame has means that its place was lost: nothing after it can be trusted.
            IsTruncated = length < 0 || length > longest;
            if (IsTruncated) return false;
            var bytes = new byte[length];
            var got = _buffered.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            _read += got;
            IsTruncated = got < bytes.Length;
            frame = bytes;
            return !IsTruncated;
        }
        catch (InvalidDataException)
        {
            IsTruncated = true;
            return false;
        }
    }

    public void Dispose() => _buffered.Dispose();

    bool ReadLength(out long length)
    {
        length = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var b = _buffered.ReadByte();
            if (b < 0) { IsTruncated = shift > 0; return false; }
            _read++;
            length |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return true;
        }
        IsTruncated = true;
        return false;
    }
}
