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

    /// <summary>Opens a file, folder, <c>.zip</c> or <c>.gz</c>.</summary>
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
            else if (File.Exists(path)) source.AddFile(path, Path.GetFileName(path), limits);
            else throw new FileNotFoundException($"{path}: found nothing there; expected a file or folder. Mend: check the name.", path);
        }
        catch
        {
            source.Dispose();
            throw;
        }
        source._files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var file in source._files) source._byPath.TryAdd(file.Path, file);
        return source;
    }

    /// <summary>A source of one file whose bytes are in memory or on a pipe; read once into memory.</summary>
    public static Source Of(string name, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var memory = new MemoryStream();
        stream.CopyTo(memory);
        var source = new Source(name);
        source._files.Add(new MemoryFile(name, memory.ToArray()));
        source._byPath[name] = source._files[0];
        return source;
    }

    // One broken archive does not make the rest of its folder unreadable.
    void AddFileOfFolder(string disk, string path, ArchiveLimits limits)
    {
        try
        {
            AddFile(disk, path, limits);
        }
        catch (MessageFormatException e)
        {
            _broken.Add(e);
        }
    }

    void AddFile(string disk, string path, ArchiveLimits limits)
    {
        var file = new DiskFile(disk, path);
        var magic = file.Head;
        if (magic is [0x50, 0x4B, 3 or 5, 4 or 6, ..]) AddArchive(disk, path, limits);
        else if (magic is [0x1F, 0x8B, 8, ..]) _files.Add(new GzipFile(file, limits));
        else _files.Add(file);
    }

    void AddArchive(string disk, string path, ArchiveLimits limits)
    {
        ZipArchive zip;
        try
        {
            zip = ZipFile.OpenRead(disk);
            _open.Add(zip);
            if (zip.Entries.Count > limits.MaxEntries)
                throw new MessageFormatException(new Place(disk), $"an archive of {zip.Entries.Count} entries", $"at most {limits.MaxEntries}", "unpack it yourself and name the folder");
        }
        catch (InvalidDataException)
        {
            throw new MessageFormatException(new Place(disk), "an archive that is cut short or broken", "a complete .zip", "download it again, or unpack what can be saved and name the folder");
        }
        var inside = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('.')] + "/" : "";
        var budget = new ByteBudget(limits);
        foreach (var entry in zip.Entries)
        {
            // Nothing is ever unpacked to disk; a path that climbs out is only a name, and such names are not taken.
            var name = entry.FullName.Replace('\\', '/');
            if (name.EndsWith('/') || name.Split('/').Contains("..") || name.StartsWith('/')) continue;
            _files.Add(new ZipEntryFile(entry, inside + name, $"{disk}/{name}", budget));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
    }
}
