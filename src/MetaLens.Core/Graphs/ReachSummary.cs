namespace MetaLens.Graphs;

/// <summary>Reach in a number of hops over many starts, each a share of all other nodes, 0 … 1.</summary>
/// <param name="Hops">Number of hops.</param>
/// <param name="Median">Half of the starts reach at most this share.</param>
/// <param name="Ninetieth">Nine in ten starts reach at most this share.</param>
/// <param name="Mean">The mean share.</param>
/// <param name="Most">The largest share.</param>
public sealed record ReachSummary(int Hops, double Median, double Ninetieth, double Mean, double Most);
