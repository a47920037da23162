namespace MetaLens.Ingestion.Capture;

/// <summary>The packets of a capture, one after another.</summary>
abstract class PacketStream(Stream stream) : IDisposable
{
    // No link carries larger packets; a larger length means that the place in the file was lost.
    protected const int LongestPacket = 1 << 20;

    byte[] _buffer = new byte[1 << 16];
    long _read;

    /// <summary>What the packets begin with, by the numbers of tcpdump.org/linktypes.html.</summary>
    public int LinkType { get; protected set; }

    /// <summary>Unix microseconds of the packet given last.</summary>
    public long Microsecond { get; protected set; }

    /// <summary>Its bytes on the wire, whatever was captured of them.</summary>
    public int OriginalLength { get; protected set; }

    /// <summary>Where it begins in the file.</summary>
    public long Offset { get; protected set; }

    /// <summary>The file ended inside a packet, or its lengths stopped making sense.</summary>
    public bool IsTruncated { get; protected set; }

    /// <summary>The next packet as far as it was captured; valid until the next call.</summary>
    public abstract bool Next(out ReadOnlySpan<byte> packet);

    public void Dispose() => stream.Dispose();

    protected long Position => _read;

    /// <summary>The next bytes; false, and cut short, when there are fewer. No bytes at all are a good end if that is allowed here.</summary>
    protected bool Take(int count, bool mayEnd, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (_buffer.Length < count) _buffer = new byte[count];
        var read = 0;
        try
        {
            read = stream.ReadAtLeast(_buffer.AsSpan(0, count), count, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            IsTruncated = true;
        }
        _read += read;
        if (read < count)
        {
            IsTruncated |= read > 0 || !mayEnd;
            return false;
        }
        bytes = _buffer.AsSpan(0, count);
        return true;
    }
}
