namespace MetaLens.Ingestion;

/// <summary>A file whose bytes are in memory.</summary>
sealed class MemoryFile(string name, byte[] bytes) : SourceFile(name, name, bytes.Length)
{
    public override Stream Open() => new MemoryStream(bytes, writable: false);
}
