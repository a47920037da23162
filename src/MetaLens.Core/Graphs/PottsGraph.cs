using System.Collections.Concurrent;

namespace MetaLens.Graphs;

/// <summary>
/// A weighted undirected graph as community search sees it. Modularity and the constant Potts model are one function, H = Σ_c [ 2 w_c − penalty · mass_c² ]: with the
/// nodes' strengths as mass and γ/2m as penalty it is 2m times modularity, with mass 1 and penalty γ it is the constant Potts model.
/// </summary>
/// <remarks>A search makes many graphs, each smaller than the one it comes from, so they are written into the memory of earlier ones: the arrays may be longer than the graph, and rows have gaps between them.</remarks>
sealed class PottsGraph
{
    public int NodeCount { get; private set; }

    /// <summary>The places that rows take up, gaps included: at least as many as there are edges.</summary>
    public int Room { get; private set; }

    /// <summary>Where the row of each node begins.</summary>
    public int[] Start { get; private set; } = [];

    /// <summary>Where it ends.</summary>
    public int[] End { get; private set; } = [];
    public int[] Target { get; private set; } = [];
    public double[] Weight { get; private set; } = [];

    /// <summary>Strength or number of original nodes of each node.</summary>
    public double[] Mass { get; private set; } = [];
    public double Penalty { get; private set; }

    // 2m: twice all tie weight.
    double Total { get; set; }

    public static PottsGraph Of(CommunicationGraph graph, CommunityQuality quality, TieWeight weight, double resolution)
    {
        var undirected = GraphBuilder.ToUndirected(graph);
        return Of(undirected, TieWeights.Of(undirected, weight), quality, resolution);
    }

    /// <summary>Of an undirected graph with any weights, the same from either end of a tie; ties of weight 0 count as none.</summary>
    public static PottsGraph Of(CommunicationGraph undirected, double[] weights, CommunityQuality quality, double resolution)
    {
        var graph = new PottsGraph();
        graph.MakeRoom(undirected.NodeCount, weights.Length);
        var kept = 0;
        for (var v = 0; v < graph.NodeCount; v++)
        {
            double strength = 0;
            graph.Start[v] = kept;
            for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++)
            {
                if (weights[e] == 0) continue;
                (graph.Target[kept], graph.Weight[kept]) = (undirected.Target[e], weights[e]);
                kept++;
                strength += weights[e];
            }
            graph.End[v] = kept;
            graph.Total += strength;
            graph.Mass[v] = quality == CommunityQuality.Modularity ? strength : 1;
        }
        graph.Room = kept;
        graph.Penalty = quality == CommunityQuality.Modularity ? (graph.Total == 0 ? 0 : resolution / graph.Total) : resolution;
        return graph;
    }

    /// <summary>H / 2m of a division of the whole graph; 0 without ties.</summary>
    public double QualityOf(ReadOnlySpan<int> community, int communities)
    {
        if (Total == 0) return 0;
        double h = 0;
        var mass = new double[communities];
        for (var v = 0; v < NodeCount; v++)
        {
            mass[community[v]] += Mass[v];
            for (var e = Start[v]; e < End[v]; e++)
                if (community[Target[e]] == community[v]) h += Weight[e];
        }
        foreach (var m in mass) h -= Penalty * m * m;
        return h / Total;
    }

    /// <summary>Writes the same nodes with those ties only whose ends share a community. O(edges), in parallel.</summary>
    public void Within(int[] community, PottsGraph into)
    {
        into.MakeRoom(NodeCount, Room);
        Mass.AsSpan(0, NodeCount).CopyTo(into.Mass);
        Start.AsSpan(0, NodeCount).CopyTo(into.Start);
        into.Penalty = Penalty;
        NodeRanges.For(NodeCount, Room, (first, end) =>
        {
            int[] target = Target, intoTarget = into.Target;
            double[] weight = Weight, intoWeight = into.Weight;
            for (var v = first; v < end; v++)
            {
                var (c, kept) = (community[v], Start[v]);
                for (var e = Start[v]; e < End[v]; e++)
                {
                    // Without a branch: whether a tie stays cannot be foreseen.
                    var u = target[e];
                    (intoTarget[kept], intoWeight[kept]) = (u, weight[e]);
                    kept += community[u] == c ? 1 : 0;
                }
                into.End[v] = kept;
            }
        });
    }

    /// <summary>Writes the graph whose nodes are the groups 0 … groups − 1 of this one's nodes. O(edges), in parallel; each row is made by one thread.</summary>
    public void Aggregate(int[] group, int groups, PottsGraph into)
    {
        var (start, order) = Grouped(group, groups);
        into.MakeRoom(groups, Room);
        into.Penalty = Penalty;
        // A row gets as much room as its nodes have edges.
        into.Room = 0;
        for (var g = 0; g < groups; g++)
        {
            into.Start[g] = into.Room;
            foreach (var v in order.AsSpan(start[g]..start[g + 1])) into.Room += End[v] - Start[v];
        }
        var sums = new ConcurrentBag<double[]>();
        NodeRanges.For(groups, into.Room, (first, end) =>
        {
            var sum = sums.TryTake(out var used) ? used : new double[groups];
            for (var g = first; g < end; g++) AddUp(g, group, order.AsSpan(start[g]..start[g + 1]), sum, into);
            sums.Add(sum);
        });
    }

    // Adds the edges of a group's nodes up by the group they lead to, in the order in which these are met; leaves all sums 0.
    void AddUp(int g, int[] group, ReadOnlySpan<int> members, double[] sum, PottsGraph into)
    {
        int[] target = Target, row = into.Target;
        var weight = Weight;
        double mass = 0;
        // As if met before: ties within the group are no ties of its node.
        sum[g] = 1;
        var (first, next) = (into.Start[g], into.Start[g]);
        foreach (var v in members)
        {
            mass += Mass[v];
            for (var e = Start[v]; e < End[v]; e++)
            {
                // Without a branch, as above.
                var h = group[target[e]];
                row[next] = h;
                next += sum[h] > 0 ? 0 : 1;
                sum[h] += weight[e];
            }
        }
        sum[g] = 0;
        for (var e = first; e < next; e++) (into.Weight[e], sum[row[e]]) = (sum[row[e]], 0);
        (into.End[g], into.Mass[g]) = (next, mass);
    }

    /// <summary>The nodes of each group one after another, and where each group starts.</summary>
    public static (int[] Start, int[] Order) Grouped(ReadOnlySpan<int> group, int groups)
    {
        var start = new int[groups + 1];
        foreach (var g in group) start[g + 1]++;
        for (var g = 0; g < groups; g++) start[g + 1] += start[g];
        var next = start.ToArray();
        var order = new int[group.Length];
        for (var v = 0; v < group.Length; v++) order[next[group[v]]++] = v;
        return (start, order);
    }

    void MakeRoom(int nodes, int edges)
    {
        (NodeCount, Room) = (nodes, edges);
        if (Start.Length < nodes) (Start, End, Mass) = (new int[nodes], new int[nodes], new double[nodes]);
        if (Target.Length < edges) (Target, Weight) = (GC.AllocateUninitializedArray<int>(edges), GC.AllocateUninitializedArray<double>(edges));
    }
}
