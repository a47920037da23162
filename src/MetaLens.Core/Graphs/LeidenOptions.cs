namespace MetaLens.Graphs;

/// <summary>How communities are searched.</summary>
public sealed record LeidenOptions
{
    /// <summary>What is maximised.</summary>
    public CommunityQuality Quality { get; init; } = CommunityQuality.Modularity;

    /// <summary>Resolution γ, above 0: the higher, the smaller the communities. 1 is plain modularity; for <see cref="CommunityQuality.Cpm"/> a tie weight per pair of nodes.</summary>
    public double Resolution
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Resolution), value, "expected above 0");
    } = 1;

    /// <summary>What a tie counts.</summary>
    public TieWeight Weight { get; init; } = TieWeight.Messages;

    /// <summary>Seed of the orders of visits and of the refinement's draws.</summary>
    public int Seed { get; init; }

    /// <summary>Most passes over the whole graph, each starting from the last one's communities, 1 … 1000; the search ends sooner when a pass finds nothing better.</summary>
    public int Passes
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Passes), value, "expected 1 … 1000");
    } = 10;

    /// <summary>Searches from different seeds of which the best is kept, 1 … 1000.</summary>
    public int Runs
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Runs), value, "expected 1 … 1000");
    } = 1;
}
