namespace MetaLens.Ingestion;

/// <summary>How much of an archive is believed before it is called a bomb.</summary>
/// <param name="MaxEntries">Entries at most, 1 or more.</param>
/// <param name="MaxTotalBytes">Decompressed bytes at most over all entries read, 1 or more.</param>
/// <param name="MaxRatio">Decompressed : compressed bytes of one entry at most, once it is over 16 MB; 1 or more.</param>
public sealed record ArchiveLimits(int MaxEntries = 2_000_000, long MaxTotalBytes = 1L << 40, int MaxRatio = 250);
