namespace MetaLens.Ingestion;

/// <summary>A file whose bytes are in memory.</summary>
sealed class MemoryFile(string name, ByteBlocks bytes) : SourceFile(name, name, bytes.Length)
{
    private protected override Stream OpenBytes() => bytes.Open();
}
