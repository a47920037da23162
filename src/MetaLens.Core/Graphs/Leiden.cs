using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Communities by the Leiden algorithm: fast local moves, refinement of each community into well-connected parts, aggregation by the refined parts, until nothing moves.
/// Every community found is connected. Directed graphs are joined to undirected ones first.
/// Source: Traag, Waltman, van Eck, "From Louvain to Leiden", Scientific Reports 9, 5233 (2019), doi 10.1038/s41598-019-41695-z.
/// </summary>
public static class Leiden
{
    /// <summary>
    /// Searches <see cref="LeidenOptions.Runs"/> times and keeps the best division. A node without a tie is a community of its own; so is every node of a graph without ties.
    /// Near O(edges) a pass. Deterministic given the seed, whatever the number of threads.
    /// </summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static CommunityStructure Of(CommunicationGraph graph, LeidenOptions? options = null, CancellationToken stop = default)
    {
        options ??= new LeidenOptions();
        var all = OfEachRun(graph, options, stop);
        return all.MaxBy(found => found.Quality)!;
    }

    /// <summary>What each of the <see cref="LeidenOptions.Runs"/> searches finds, in the order of their seeds: Seed, Seed + 1, …</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<CommunityStructure> OfEachRun(CommunicationGraph graph, LeidenOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        var potts = PottsGraph.Of(graph, options.Quality, options.Weight, options.Resolution);
        var found = new CommunityStructure[options.Runs];
        Parallel.For(0, options.Runs, new ParallelOptions { CancellationToken = stop }, run =>
            found[run] = new LeidenSearch(potts, new Random(unchecked(options.Seed + run))).Run(options.Passes, stop));
        return [.. found];
    }
}
