namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>How <see cref="PartyLinking"/> compares parties.</summary>
public sealed record PartyLinkingOptions
{
    /// <summary>What stayed the same. Default: nothing but the clock.</summary>
    public LinkingLevel Level { get; init; } = LinkingLevel.EverythingRedrawn;

    /// <summary>How many candidates to name for each party: 1 … 1,000, default 10.</summary>
    public int Candidates
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Candidates), value, "1 … 1,000 candidates.");
    } = 10;

    /// <summary>Rounds in which what is known of the contacts sharpens what is known of the party: 0 … 200, default 15. 0 compares behaviour only.</summary>
    public int Rounds
    {
        get;
        init => field = value is >= 0 and <= 200 ? value : throw new ArgumentOutOfRangeException(nameof(Rounds), value, "0 … 200 rounds.");
    } = 15;

    /// <summary>The most active parties of either side that are compared, 2 … 5,000, default 2,500: memory grows with the square, and what is beyond gets no answer.</summary>
    public int MaximumParties
    {
        get;
        init => field = value is >= 2 and <= 5000 ? value : throw new ArgumentOutOfRangeException(nameof(MaximumParties), value, "2 … 5,000 parties.");
    } = 2500;
}
