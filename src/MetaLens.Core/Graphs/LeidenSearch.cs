namespace MetaLens.Graphs;

/// <summary>One search by the Leiden algorithm on a graph already weighted: also of votes, where weights are shares.</summary>
sealed class LeidenSearch(PottsGraph whole, Random random)
{
    // How readily the refinement takes a merge that is not the best one (θ in the paper, its value).
    const double Randomness = 0.01;

    // Gains below this share of all weight are rounding.
    const double Negligible = 1e-14;

    readonly LocalMoves _moves = new(whole.NodeCount);
    readonly Refinement _refinement = new(whole.NodeCount, Randomness);
    readonly PottsGraph _odd = new(), _even = new();

    /// <summary>Passes over the whole graph, each starting from the last one's communities, until one finds nothing better.</summary>
    public CommunityStructure Run(int passes, CancellationToken stop)
    {
        var community = new int[whole.NodeCount];
        for (var v = 0; v < community.Length; v++) community[v] = v;
        List<int[]> merges = [];
        var best = whole.QualityOf(community, community.Length);
        for (var pass = 0; pass < passes; pass++)
        {
            var (next, merged) = Pass(community, stop);
            var quality = whole.QualityOf(next, next.Length);
            if (pass > 0 && quality <= best + Negligible) break;
            (community, merges, best) = (next, merged, quality);
        }
        var partition = Partition.Of(community);
        var nested = Levels(merges).Where(level => level.Count > partition.Count).ToList();
        // A level that merged nothing says nothing new.
        for (var i = nested.Count - 1; i > 0; i--)
            if (nested[i].Count == nested[i - 1].Count) nested.RemoveAt(i);
        return new CommunityStructure(partition, best, [.. nested, partition]);
    }

    // From the given communities down to a graph in which no two nodes want to be together; tells into which part the nodes of each graph on the way were merged.
    (int[] Community, List<int[]> Merges) Pass(int[] start, CancellationToken stop)
    {
        var (graph, next, afterNext) = (whole, _odd, _even);
        var community = start.ToArray();
        List<int[]> merges = [];
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var communities = _moves.Run(graph, community, random);
            if (communities == graph.NodeCount) break;
            graph.Within(community, next);
            var part = _refinement.Run(next, community, communities, random, out var parts);
            // Nothing could be merged within the communities: keep them as they are.
            if (parts == graph.NodeCount) break;
            graph.Aggregate(part, parts, next);
            var of = new int[parts];
            for (var v = 0; v < part.Length; v++) of[part[v]] = community[v];
            merges.Add(part);
            (graph, next, afterNext, community) = (next, afterNext, next, of);
        }
        for (var level = merges.Count - 1; level >= 0; level--) community = Array.ConvertAll(merges[level], part => community[part]);
        return (community, merges);
    }

    static IEnumerable<Partition> Levels(List<int[]> merges)
    {
        int[]? partOf = null;
        foreach (var part in merges)
        {
            partOf = partOf is null ? part : Array.ConvertAll(partOf, v => part[v]);
            yield return Partition.Of(partOf);
        }
    }
}
