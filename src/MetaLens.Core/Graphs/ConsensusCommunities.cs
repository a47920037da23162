using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Communities on which many searches agree, and how far they do. Each tie gets as weight the share of searches that put its ends together, weak agreement is dropped, and the searches run again on
/// these weights until all find the same.
/// Sources: Lancichinetti, Fortunato, Scientific Reports 2, 336 (2012), doi 10.1038/srep00336; votes on ties only: Tandon et al., Phys. Rev. E 99, 042301 (2019),
/// doi 10.1103/PhysRevE.99.042301.
/// </summary>
/// <param name="Partition">The communities.</param>
/// <param name="Quality">Their quality in the graph itself, as <see cref="PartitionQuality"/> defines it.</param>
/// <param name="Stability">For each node, how often on average it shared a community in the first searches with each of its neighbours in its final community, 0 … 1; 0 without one.</param>
/// <param name="Agreement">Mean adjusted mutual information of the first searches with the communities; at most 1.</param>
public sealed record ConsensusCommunities(Partition Partition, double Quality, ImmutableArray<double> Stability, double Agreement)
{
    /// <summary>Nested divisions from fine to coarse, the last being <see cref="Partition"/>: the parts that the search joined on its way there (in a consensus, the search that is kept).</summary>
    public ImmutableArray<Partition> Levels { get; init; } = [Partition];

    const double LeastShare = 0.5;
    const int MostRounds = 20;

    /// <summary>Searches <see cref="LeidenOptions.Runs"/> times a round, at most 20 rounds (then the best division of the last is taken). O(rounds · runs · edges).</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ConsensusCommunities Of(CommunicationGraph graph, LeidenOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        graph = GraphBuilder.ToUndirected(graph);
        var first = Leiden.OfEachRun(graph, options, stop);
        var firstVotes = Votes(graph, first);
        var (found, votes) = (first, firstVotes);
        for (var round = 1; round < MostRounds && !AllAgree(found); round++)
        {
            var weights = Array.ConvertAll(votes, share => share < LeastShare ? 0 : share);
            // Votes already follow the resolution asked for; among them plain modularity gathers what belongs together.
            var potts = PottsGraph.Of(graph, weights, CommunityQuality.Modularity, 1);
            var next = new CommunityStructure[options.Runs];
            var seed = unchecked(options.Seed + (round * options.Runs));
            Parallel.For(0, options.Runs, new ParallelOptions { CancellationToken = stop }, run =>
                next[run] = new LeidenSearch(potts, new Random(unchecked(seed + run))).Run(options.Passes, stop));
            found = [.. next];
            votes = Votes(graph, found);
        }
        var chosen = found.MaxBy(f => f.Quality)!;
        var partition = chosen.Partition;
        var quality = options.Quality == CommunityQuality.Modularity
            ? PartitionQuality.Modularity(graph, partition, options.Weight, options.Resolution)
            : PartitionQuality.Cpm(graph, partition, options.Weight, options.Resolution);
        return new ConsensusCommunities(partition, quality, StabilityOf(graph, partition, firstVotes), AgreementOf(first, partition)) { Levels = chosen.Levels };
    }

    /// <summary>The best of <see cref="LeidenOptions.Runs"/> searches, with how far the searches agree with it. O(runs · edges).</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ConsensusCommunities BestOf(CommunicationGraph graph, LeidenOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph = GraphBuilder.ToUndirected(graph);
        var searches = Leiden.OfEachRun(graph, options, stop);
        var best = searches.MaxBy(found => found.Quality)!;
        return new ConsensusCommunities(best.Partition, best.Quality, StabilityOf(graph, best.Partition, Votes(graph, searches)), AgreementOf(searches, best.Partition)) { Levels = best.Levels };
    }

    static double AgreementOf(ImmutableArray<CommunityStructure> searches, Partition partition) =>
        searches.Average(found => PartitionAgreement.AdjustedMutualInformation(found.Partition.Group.AsSpan(), partition.Group.AsSpan()));

    static bool AllAgree(ImmutableArray<CommunityStructure> found) => found.All(f => f.Partition.Group.AsSpan().SequenceEqual(found[0].Partition.Group.AsSpan()));

    static double[] Votes(CommunicationGraph graph, ImmutableArray<CommunityStructure> found)
    {
        var votes = new double[graph.Target.Length];
        foreach (var communities in found)
        {
            var group = communities.Partition.Group;
            for (var v = 0; v < graph.NodeCount; v++)
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
                    if (group[v] == group[graph.Target[e]]) votes[e]++;
        }
        for (var e = 0; e < votes.Length; e++) votes[e] /= found.Length;
        return votes;
    }

    static ImmutableArray<double> StabilityOf(CommunicationGraph graph, Partition partition, double[] votes)
    {
        var stability = new double[graph.NodeCount];
        for (var v = 0; v < stability.Length; v++)
        {
            var inside = 0;
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
            {
                if (partition.Group[graph.Target[e]] != partition.Group[v]) continue;
                stability[v] += votes[e];
                inside++;
            }
            if (inside > 0) stability[v] /= inside;
        }
        return [.. stability];
    }
}
