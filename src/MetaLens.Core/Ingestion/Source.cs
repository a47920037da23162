using System.IO.Compression;

namespace MetaLens.Ingestion;

/// <summary>What the user named: a file, a folder, an archive, or standard input, as a flat list of files. Archives inside a folder are opened too; compressed files (<c>.gz</c>) read as what they hold.</summary>
public sealed class Source : IDisposable
{
    readonly List<IDisposable> _open = [];
    readonly List<SourceFile> _files = [];
    readonly List<MessageFormatException> _broken = [];
    readonly Dictionary<string, SourceFile> _byPath = new(StringComparer.Ordinal);

    Source(string name) => Name = name;

    /// <summary>As the user named it.</summary>
    public string Name { get; }

    /// <summary>Its files in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>Archives of a folder that cannot be opened.</summary>
    public IReadOnlyList<MessageFormatException> Broken => _broken;

    /// <summary>The file at a path inside the source, or null.</summary>
    public SourceFile? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>Opens a file, folder, <c>.zip</c> or <c>.gz</c>; a named pipe is read into memory.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="MessageFormatException">The archive is broken or over its limits.</exception>
    public static Source Open(string path, ArchiveLimits limits)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(limits);
        var source = new Source(path);
        try
        {
            if (Directory.Exists(path))
                foreach (var file in Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
                    source.AddFileOfFolder(file, Path.GetRelativePath(path, file).Replace('\\', '/'), limits);
            else if (File.Exists(path)) source.AddFile(FileAt(path), limits);
            else throw new FileNotFoundException($"{path}: found nothing there; expected a file or folder. Mend: check the name.", path);
        }
        catch
        {
            source.Dispose();
            throw;
        }
        return source.Indexed();
    }

    /// <summary>A file that arrives on a pipe; read once into memory, then taken as if it lay on disk.</summary>
    /// <exception cref="MessageFormatException">It is an archive that is broken or over its limits.</exception>
    public static Source Of(string name, Stream stream) => Of(name, ByteBlocks.Of(stream), new ArchiveLimits());

    /// <summary>A file, <c>.zip</c> or <c>.gz</c> that lies in memory. Nothing of it is written to disk.</summary>
    /// <param name="name">As the user named it.</param>
    /// <param name="bytes">All of it.</param>
    /// <param name="limits">How much of an archive is believed.</param>
    /// <exception cref="MessageFormatException">The archive is broken or over its limits.</exception>
    public static Source Of(string name, ByteBlocks bytes, ArchiveLimits limits)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        var source = new Source(name);
        source.AddFile(new MemoryFile(name, bytes), limits);
        return source.Indexed();
    }

    // A pipe with a name, as a shell makes of <(…), gives its bytes only once.
    static SourceFile FileAt(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        return stream.CanSeek ? new DiskFile(path, Path.GetFileName(path)) : new MemoryFile(path, ByteBlocks.Of(stream));
    }

    Source Indexed()
    {
        _files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var file in _files) _byPath.TryAdd(file.Path, file);
        return this;
    }

    // One broken archive does not make the rest of its folder unreadable.
    void AddFileOfFolder(string disk, string path, ArchiveLimits limits)
    {
        try
        {
            AddFile(new DiskFile(disk, path), limits);
        }
        catch (MessageFormatException e)
        {
            _broken.Add(e);
        }
    }

    void AddFile(SourceFile file, ArchiveLimits limits)
    {
        var magic = file.Head;
        if (magic is [0x50, 0x4B, 3 or 5, 4 or 6, ..]) AddArchive(file, limits);
        else if (magic is [0x1F, 0x8B, 8, ..]) _files.Add(new GzipFile(file, limits));
        else _files.Add(file);
    }

    void AddArchive(SourceFile file, ArchiveLimits limits)
    {
        var path = file.Path;
        ZipArchive zip;
        try
        {
            var stream = file.Open();
            _open.Add(stream);
            zip = new ZipArchive(stream);
            _open.Add(zip);
            if (zip.Entries.Count > limits.MaxEntries)
                throw new MessageFormatException(new Place(file.Name), $"an archive of {zip.Entries.Count} entries", $"at most {limits.MaxEntries}", "unpack it yourself and name the folder");
        }
        catch (InvalidDataException)
        {
            throw new MessageFormatException(new Place(file.Name), "an archive that is cut short or broken", "a complete .zip", "download it again, or unpack what can be saved and name the folder");
        }
        var inside = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] + "/" : "";
        var budget = new ByteBudget(limits);
        foreach (var entry in zip.Entries)
        {
            // Nothing is ever unpacked to disk; a path that climbs out is only a name, and such names are not taken.
            var name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/') || name.Split('/').Contains("..") || name.StartsWith('/')) continue;
            _files.Add(new ZipEntryFile(entry, inside + name, $"{file.Name}/{name}", budget));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
    }
}
