namespace MetaLens.Ingestion;

/// <summary>A file on disk.</summary>
sealed class DiskFile(string disk, string path) : SourceFile(path, disk, new FileInfo(disk).Length)
{
    public override string? DiskPath => Name;

    private protected override Stream OpenBytes() =>
        new FileStream(Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
}
