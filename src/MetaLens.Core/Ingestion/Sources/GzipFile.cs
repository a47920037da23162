using System.IO.Compression;

namespace MetaLens.Ingestion;

/// <summary>A gzip file, read as the file it holds.</summary>
sealed class GzipFile(SourceFile packed, ArchiveLimits limits)
    : SourceFile(packed.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? packed.Path[..^3] : packed.Path, packed.Name, -1)
{
    private protected override Stream OpenBytes() =>
        new BoundedStream(new GZipStream(packed.Open(), CompressionMode.Decompress), packed.Name, packed.Length, new ByteBudget(limits));
}
