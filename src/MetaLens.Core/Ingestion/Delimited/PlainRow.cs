namespace MetaLens.Ingestion.Delimited;

/// <summary>A row that needs no further care: a message of at most one recipient.</summary>
/// <param name="SentAt">Unix milliseconds.</param>
/// <param name="Sender">Index of the scanner.</param>
/// <param name="Recipient">Index of the scanner; −1 = the file names no recipients.</param>
/// <param name="Size">Bytes; −1 = unknown.</param>
/// <param name="Conversation">Index of the scanner; −1 = none.</param>
readonly record struct PlainRow(long SentAt, int Sender, int Recipient, int Size, int Conversation);
