namespace MetaLens.Graphs;

/// <summary>How far an order for one person's contacts, and their contacts, goes.</summary>
public sealed record ReachOptions
{
    /// <summary>Most hops, 1 … 20.</summary>
    public int Hops
    {
        get;
        init => field = value is >= 1 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(Hops), value, "expected 1 … 20");
    } = 3;

    /// <summary>Nodes with more neighbours than this are reached but not gone through (the start excepted), at least 0; null = no such rule.</summary>
    public int? HubDegree
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(HubDegree), value, "expected at least 0");
    }
}
