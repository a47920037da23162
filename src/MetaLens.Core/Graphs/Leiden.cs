using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Communities by the Leiden algorithm: fast local moves, refinement of each community into well-connected parts, aggregation by the refined parts, until nothing moves.
/// Every community found is connected. Directed graphs are joined to undirected ones first.
/// Source: Traag, Waltman, van Eck, "From Louvain to Leiden", Scientific Reports 9, 5233 (2019), doi 10.1038/s41598-019-41695-z.
/// </summary>
public static class Leiden
{
    // How readily the refinement takes a merge that is not the best one (θ in the paper, its value).
    const double Randomness = 0.01;

    // Gains below this share of all weight are rounding.
    const double Negligible = 1e-14;

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
            found[run] = Search(potts, new Random(unchecked(options.Seed + run)), options.Passes, stop));
        return [.. found];
    }

    /// <summary>Searches on a graph already weighted: also of votes, where weights are shares.</summary>
    internal static CommunityStructure Search(PottsGraph graph, Random random, int passes, CancellationToken stop)
    {
        var community = new int[graph.NodeCount];
        for (var v = 0; v < community.Length; v++) community[v] = v;
        List<int[]> levels = [];
        var best = graph.QualityOf(community, community.Length);
        for (var pass = 0; pass < passes; pass++)
        {
            var (next, parts) = Pass(graph, community, random, stop);
            var quality = graph.QualityOf(next, next.Length);
            if (pass > 0 && quality <= best + Negligible) break;
            (community, levels, best) = (next, parts, quality);
        }
        var partition = Partition.Of(community);
        var nested = levels.Select(level => Partition.Of(level)).Where(level => level.Count > partition.Count).ToList();
        // A level that merged nothing says nothing new.
        for (var i = nested.Count - 1; i > 0; i--)
            if (nested[i].Count == nested[i - 1].Count) nested.RemoveAt(i);
        return new CommunityStructure(partition, best, [.. nested, partition]);
    }

    // One pass from the given communities down to a graph in which no two nodes want to be together; the refined parts of each level are kept.
    static (int[] Community, List<int[]> Levels) Pass(PottsGraph whole, int[] start, Random random, CancellationToken stop)
    {
        var graph = whole;
        var community = start.ToArray();
        var nodeOf = new int[whole.NodeCount];
        for (var v = 0; v < nodeOf.Length; v++) nodeOf[v] = v;
        List<int[]> levels = [];
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var communities = LocalMoves.Run(graph, community, random);
            if (communities == graph.NodeCount) break;
            var part = Refinement.Run(graph, community, communities, Randomness, random, out var parts);
            if (parts == graph.NodeCount)
            {
                // Nothing could be merged within the communities: keep them as they are.
                break;
            }
            var of = new int[parts];
            for (var v = 0; v < part.Length; v++) of[part[v]] = community[v];
            for (var v = 0; v < nodeOf.Length; v++) nodeOf[v] = part[nodeOf[v]];
            levels.Add(nodeOf.ToArray());
            graph = graph.Aggregate(part, parts);
            community = of;
        }
        var flat = new int[whole.NodeCount];
        for (var v = 0; v < flat.Length; v++) flat[v] = community[nodeOf[v]];
        return (flat, levels);
    }
}
