namespace MetaLens.Ingestion;

/// <summary>One file of a <see cref="Source"/>, wherever it lies.</summary>
public abstract class SourceFile
{
    const int HeadLength = 64 * 1024;
    readonly WeakReference<byte[]?> _head = new(null);

    private protected SourceFile(string path, string name, long length)
    {
        Path = path;
        Name = name;
        Length = length;
    }

    /// <summary>Path inside the source with forward slashes (<c>messages/inbox/a_1/message_1.json</c>); the bare file name for a single file.</summary>
    public string Path { get; }

    /// <summary>As shown to people.</summary>
    public string Name { get; }

    /// <summary>Decompressed length in bytes; −1 = not known before reading.</summary>
    public long Length { get; }

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder part of <see cref="Path"/>, without a slash at its end; empty for none.</summary>
    public string Folder => Path.LastIndexOf('/') is >= 0 and var slash ? Path[..slash] : "";

    /// <summary>The first 64 KiB at most; empty when the file cannot be opened. Kept only while memory allows: a folder of a million small files has a million heads.</summary>
    public ReadOnlySpan<byte> Head
    {
        get
        {
            if (!_head.TryGetTarget(out var head)) _head.SetTarget(head = ReadHead());
            return head;
        }
    }

    /// <summary>Opens the file from its beginning. Dispose it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed and broken.</exception>
    public Stream Open() => Watch is { } watch ? new WatchedStream(OpenBytes(), watch) : OpenBytes();

    /// <summary>Told how many bytes each reading of the file gave, and may throw to end it; null = nobody.</summary>
    internal Action<int>? Watch { get; set; }

    private protected abstract Stream OpenBytes();

    /// <summary>The path on disk when the file lies there uncompressed; else null. For readers that map memory or need a database file.</summary>
    public virtual string? DiskPath => null;

    byte[] ReadHead()
    {
        try
        {
            using var stream = Open();
            var head = new byte[HeadLength];
            return head[..stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
