namespace MetaLens.Ingestion;

/// <summary>An export that does not say whose it is, where that is needed to tell who received.</summary>
public sealed class OwnerUnknownException : Exception
{
    /// <summary>Names the file and who it could be.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="candidates">Likely owners, the likeliest first; may be empty.</param>
    public OwnerUnknownException(string file, IReadOnlyList<string> candidates)
        : base($"{file}: this export does not say whose it is. Mend: --me NAME{(candidates is { Count: > 0 } ? $", one of: {string.Join(", ", candidates.Take(10).Select(c => $"\"{c}\""))}" : " (your name, number or address as it appears in it)")}.")
        => Candidates = candidates ?? [];

    /// <summary>Likely owners, the likeliest first.</summary>
    public IReadOnlyList<string> Candidates { get; }
}
