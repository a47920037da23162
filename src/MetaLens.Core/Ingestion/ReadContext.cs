namespace MetaLens.Ingestion;

/// <summary>What a format gets besides the files: options, the report to write to, and the token that stops it.</summary>
/// <param name="Options">What the caller knows.</param>
/// <param name="Report">Takes rejected records and notes.</param>
/// <param name="Stop">Stops the reading.</param>
public sealed record ReadContext(ReadOptions Options, IngestionReport Report, CancellationToken Stop);
