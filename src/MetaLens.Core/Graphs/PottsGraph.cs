namespace MetaLens.Graphs;

/// <summary>
/// A weighted undirected graph as community search sees it. Modularity and the constant Potts model are one function, H = Σ_c [ 2 w_c − penalty · mass_c² ]: with the
/// nodes' strengths as mass and γ/2m as penalty it is 2m times modularity, with mass 1 and penalty γ it is the constant Potts model.
/// </summary>
sealed class PottsGraph
{
    public required int[] Offset { get; init; }
    public required int[] Target { get; init; }
    public required double[] Weight { get; init; }

    /// <summary>Strength or number of original nodes of each node.</summary>
    public required double[] Mass { get; init; }

    /// <summary>Twice the tie weight inside each node (it may stand for a community).</summary>
    public required double[] Inside { get; init; }
    public required double Penalty { get; init; }

    /// <summary>2m: twice all tie weight.</summary>
    public required double Total { get; init; }

    public int NodeCount => Mass.Length;

    public static PottsGraph Of(CommunicationGraph graph, CommunityQuality quality, TieWeight weight, double resolution)
    {
        var undirected = GraphBuilder.ToUndirected(graph);
        return Of(undirected, TieWeights.Of(undirected, weight), quality, resolution);
    }

    /// <summary>Of an undirected graph with any weights, the same from either end of a tie; ties of weight 0 count as none.</summary>
    public static PottsGraph Of(CommunicationGraph undirected, double[] weights, CommunityQuality quality, double resolution)
    {
        var n = undirected.NodeCount;
        var offset = new int[n + 1];
        int[] target = new int[weights.Length];
        double[] weight = new double[weights.Length], mass = new double[n];
        double total = 0;
        var kept = 0;
        for (var v = 0; v < n; v++)
        {
            double strength = 0;
            for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++)
            {
                if (weights[e] == 0) continue;
                (target[kept], weight[kept]) = (undirected.Target[e], weights[e]);
                kept++;
                strength += weights[e];
            }
            offset[v + 1] = kept;
            total += strength;
            mass[v] = quality == CommunityQuality.Modularity ? strength : 1;
        }
        return new PottsGraph
        {
            Offset = offset,
            Target = target,
            Weight = weight,
            Mass = mass,
            Inside = new double[n],
            Penalty = quality == CommunityQuality.Modularity ? (total == 0 ? 0 : resolution / total) : resolution,
            Total = total,
        };
    }

    /// <summary>H / 2m; 0 without ties.</summary>
    public double QualityOf(ReadOnlySpan<int> community, int communities)
    {
        if (Total == 0) return 0;
        double h = 0;
        var mass = new double[communities];
        for (var v = 0; v < NodeCount; v++)
        {
            mass[community[v]] += Mass[v];
            h += Inside[v];
            for (var e = Offset[v]; e < Offset[v + 1]; e++)
                if (community[Target[e]] == community[v]) h += Weight[e];
        }
        foreach (var m in mass) h -= Penalty * m * m;
        return h / Total;
    }

    /// <summary>The graph whose nodes are the groups 0 … groups − 1 of this one's nodes. O(edges), in parallel; each row is made by one thread.</summary>
    public PottsGraph Aggregate(int[] group, int groups)
    {
        var (start, order) = Grouped(group, groups);
        // A row gets as much room as its nodes have edges, and moves together when all are known.
        int[] room = new int[groups + 1], length = new int[groups], offset = new int[groups + 1];
        for (var g = 0; g < groups; g++)
        {
            room[g + 1] = room[g];
            for (var i = start[g]; i < start[g + 1]; i++) room[g + 1] += Offset[order[i] + 1] - Offset[order[i]];
        }
        int[] wideTarget = GC.AllocateUninitializedArray<int>(Target.Length);
        double[] wideWeight = GC.AllocateUninitializedArray<double>(Target.Length), mass = new double[groups], inside = new double[groups];
        NodeRanges.For(groups, Target.Length, (first, end) =>
        {
            var sum = new double[groups];
            for (var g = first; g < end; g++)
            {
                var row = wideTarget.AsSpan(room[g]..room[g + 1]);
                length[g] = AddUp(g, group, order.AsSpan(start[g]..start[g + 1]), sum, row, ref mass[g], ref inside[g]);
                for (var i = 0; i < length[g]; i++) (wideWeight[room[g] + i], sum[row[i]]) = (sum[row[i]], 0);
            }
        });
        for (var g = 0; g < groups; g++) offset[g + 1] = offset[g] + length[g];
        int[] target = new int[offset[groups]];
        var weight = new double[offset[groups]];
        NodeRanges.For(groups, target.Length, (first, end) =>
        {
            for (var g = first; g < end; g++)
            {
                wideTarget.AsSpan(room[g], length[g]).CopyTo(target.AsSpan(offset[g]));
                wideWeight.AsSpan(room[g], length[g]).CopyTo(weight.AsSpan(offset[g]));
            }
        });
        return new PottsGraph { Offset = offset, Target = target, Weight = weight, Mass = mass, Inside = inside, Penalty = Penalty, Total = Total };
    }

    // Adds the edges of a group's nodes up by the group they lead to; returns how many groups that are, listed in the row as they are met.
    int AddUp(int g, int[] group, ReadOnlySpan<int> members, double[] sum, Span<int> row, ref double mass, ref double inside)
    {
        var found = 0;
        foreach (var v in members)
        {
            mass += Mass[v];
            inside += Inside[v];
            for (var e = Offset[v]; e < Offset[v + 1]; e++)
            {
                var h = group[Target[e]];
                if (h == g)
                {
                    inside += Weight[e];
                    continue;
                }
                if (sum[h] == 0) row[found++] = h;
                sum[h] += Weight[e];
            }
        }
        return found;
    }

    /// <summary>The nodes of each group one after another, and where each group starts.</summary>
    public static (int[] Start, int[] Order) Grouped(int[] group, int groups)
    {
        var start = new int[groups + 1];
        foreach (var g in group) start[g + 1]++;
        for (var g = 0; g < groups; g++) start[g + 1] += start[g];
        var next = start.ToArray();
        var order = new int[group.Length];
        for (var v = 0; v < group.Length; v++) order[next[group[v]]++] = v;
        return (start, order);
    }
}
