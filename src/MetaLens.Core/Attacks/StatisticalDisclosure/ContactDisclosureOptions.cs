using NodaTime;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>How <see cref="ContactDisclosure"/> looks for contacts.</summary>
public sealed record ContactDisclosureOptions
{
    /// <summary>
    /// The longest delay between a message and what answers it that is looked at: 1 s … 7 days. Null (the default): 8 s where acknowledgements show in the log, 2 h where only
    /// people answer, 1 min between an upload and its download.
    /// </summary>
    public Duration? Horizon
    {
        get;
        init => field = value is null || (value >= Duration.FromSeconds(1) && value <= Duration.FromDays(7))
            ? value : throw new ArgumentOutOfRangeException(nameof(Horizon), value, "A horizon is 1 s … 7 days.");
    }

    /// <summary>How many rows after each row are looked at, at most: 1 … 10,000, default 200. Bounds time and memory on busy logs.</summary>
    public int NeighbourRows
    {
        get;
        init => field = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(NeighbourRows), value, "1 … 10,000 rows.");
    } = 200;

    /// <summary>Rounds of expectation and maximisation: 1 … 1,000, default 15.</summary>
    public int Iterations
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Iterations), value, "1 … 1,000 rounds.");
    } = 15;
}
