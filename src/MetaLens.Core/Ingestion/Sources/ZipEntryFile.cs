using System.IO.Compression;

namespace MetaLens.Ingestion;

/// <summary>An entry of a zip archive, decompressed while it is read.</summary>
sealed class ZipEntryFile(ZipArchiveEntry entry, string path, string name, ByteBudget budget) : SourceFile(path, name, entry.Length)
{
    private protected override Stream OpenBytes() => new BoundedStream(entry.Open(), Name, entry.CompressedLength, budget);
}
