namespace MetaLens.Reports;

/// <summary>A file that a report was made of.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Sha256">Its hash, 64 hexadecimal digits; empty where there is none (a stream, a database).</param>
public sealed record InputFile(string Name, string Sha256);
