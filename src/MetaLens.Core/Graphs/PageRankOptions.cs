namespace MetaLens.Graphs;

/// <summary>How PageRank is computed.</summary>
public sealed record PageRankOptions
{
    /// <summary>Chance that the surfer goes on along a tie, 0 (all equal) … 1 exclusive.</summary>
    public double Damping
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Damping), value, "expected 0 … 1, 1 excluded");
    } = 0.85;

    /// <summary>What a tie counts.</summary>
    public TieWeight Weight { get; init; } = TieWeight.Messages;

    /// <summary>Follow ties from recipient to sender, so that writing to the important counts instead of being written to by them.</summary>
    public bool Reverse { get; init; }

    /// <summary>The iteration ends when the scores together change by less than this, above 0.</summary>
    public double Tolerance
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "expected above 0");
    } = 1e-12;

    /// <summary>Most iterations, at least 1; 0.85¹⁷⁰ is already 1e-12.</summary>
    public int Iterations
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Iterations), value, "expected at least 1");
    } = 1000;
}
