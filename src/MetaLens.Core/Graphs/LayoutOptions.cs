namespace MetaLens.Graphs;

/// <summary>How a node-link picture is laid out.</summary>
public sealed record LayoutOptions
{
    /// <summary>The most nodes that are laid out; beyond that a picture of nodes and links says nothing, and a matrix or a backbone should be drawn.</summary>
    public const int MostNodes = 2000;

    /// <summary>Seed of the start and of the order of the steps.</summary>
    public int Seed { get; init; }

    /// <summary>Rounds of stress reduction, 1 … 1000.</summary>
    public int Rounds
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(Rounds), value, "expected 1 … 1000");
    } = 30;
}
