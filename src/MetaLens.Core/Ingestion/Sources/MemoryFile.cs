namespace MetaLens.Ingestion;

/// <summary>A file whose bytes are in memory.</summary>
sealed class MemoryFile(string name, ByteBlocks bytes) : SourceFile(name, name, bytes.Length)
{
    public override Stream Open() => bytes.Open();
}
