namespace MetaLens.Ingestion;

/// <summary>An export that does not say whose it is, where that is needed to tell who received; or that does not know who the caller says it is.</summary>
public sealed class OwnerUnknownException : Exception
{
    /// <summary>Names the file and who it could be.</summary>
    /// <param name="file">The file or folder.</param>
    /// <param name="candidates">Likely owners, the likeliest first; may be empty.</param>
    public OwnerUnknownException(string file, IReadOnlyList<string> candidates)
        : base($"{file}: this export does not say whose it is. Mend: --me NAME{(candidates is { Count: > 0 } ? $", one of: {string.Join(", ", candidates.Take(10).Select(c => $"\"{c}\""))}" : " (your name, number or address as it appears in it)")}.")
        => Candidates = candidates ?? [];

    OwnerUnknownException(string message, string said, string[] candidates) : base(message) => (Said, Candidates) = (said, candidates);

    /// <summary>Nobody in what was read is named as the caller says.</summary>
    /// <param name="me">The caller's word.</param>
    /// <param name="names">Everybody's names; the nearest are proposed.</param>
    /// <returns>The exception to throw.</returns>
    public static OwnerUnknownException NotAmong(string me, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(me);
        string[] near = [.. NearestNames.To(me, names)];
        return new($"--me \"{me}\": nobody of that name is in it. Mend: --me NAME{(near.Length > 0 ? $", such as {string.Join(", ", near.Select(n => $"\"{n}\""))}" : "")}; capitals count.", me, near);
    }

    /// <summary>What the caller said; null where nobody was named.</summary>
    public string? Said { get; }

    /// <summary>Likely owners, the likeliest first.</summary>
    public IReadOnlyList<string> Candidates { get; }
}
