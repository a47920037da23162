namespace MetaLens.Ingestion;

/// <summary>A file that was read.</summary>
/// <param name="Name">As shown to people.</param>
/// <param name="Format">Id of its format.</param>
/// <param name="Bytes">Its length, decompressed; −1 = not known.</param>
public sealed record FileRead(string Name, string Format, long Bytes);
