namespace MetaLens.Ingestion;

/// <summary>Where something was found.</summary>
/// <param name="File">The file as shown to people (an archive's entry as <c>archive.zip/entry</c>).</param>
/// <param name="Line">Line, 1-based; 0 where the format has no lines.</param>
/// <param name="Column">Column in characters, 1-based; 0 where the format has none.</param>
/// <param name="Offset">Byte offset or record number for formats without lines; −1 otherwise.</param>
public readonly record struct Place(string File, long Line = 0, int Column = 0, long Offset = -1)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Line > 0 ? $"{File}:{Line}:{Math.Max(1, Column)}" : Offset >= 0 ? $"{File}:@{Offset}" : File;
}
