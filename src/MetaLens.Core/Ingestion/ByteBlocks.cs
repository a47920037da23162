namespace MetaLens.Ingestion;

/// <summary>The bytes of a file that lie nowhere but in memory, in blocks, so that gigabytes need neither one array nor a copy to grow. Written once by one writer, then read by anybody at once.</summary>
public sealed class ByteBlocks
{
    const int BlockLength = 1 << 20;

    readonly List<byte[]> _blocks = [];

    /// <summary>Bytes held.</summary>
    public long Length { get; private set; }

    /// <summary>Adds bytes at the end. Amortised O(bytes); nothing already held is copied.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = (int)(Length % BlockLength);
            if (at == 0) _blocks.Add(new byte[BlockLength]);
            var taken = Math.Min(BlockLength - at, bytes.Length);
            bytes[..taken].CopyTo(_blocks[^1].AsSpan(at));
            Length += taken;
            bytes = bytes[taken..];
        }
    }

    /// <summary>Everything that a stream holds from where it stands.</summary>
    public static ByteBlocks Of(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var blocks = new ByteBlocks();
        var buffer = new byte[1 << 16];
        while (stream.Read(buffer) is > 0 and var read) blocks.Append(buffer.AsSpan(0, read));
        return blocks;
    }

    /// <summary>The bytes from the first, seekable. Any number of such streams may be read at once.</summary>
    public Stream Open() => new BlockStream(this);

    /// <summary>Copies bytes from a place on; 0 at the end.</summary>
    internal int Copy(long from, Span<byte> to)
    {
        if (from >= Length) return 0;
        var block = _blocks[(int)(from / BlockLength)].AsSpan((int)(from % BlockLength));
        var taken = (int)Math.Min(Math.Min(block.Length, to.Length), Length - from);
        block[..taken].CopyTo(to);
        return taken;
    }
}
