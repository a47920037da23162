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
        var mass = new double[n];
        double total = 0;
        for (var v = 0; v < n; v++)
        {
            double strength = 0;
            for (var e = undirected.Offset[v]; e < undirected.Offset[v + 1]; e++) strength += weights[e];
            total += strength;
            mass[v] = quality == CommunityQuality.Modularity ? strength : 1;
        }
        return new PottsGraph
        {
            Offset = undirected.Offset.ToArray(),
            Target = undirected.Target.ToArray(),
            Weight = weights,
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

    /// <summary>The graph whose nodes are the groups 0 … groups − 1 of this one's nodes. O(edges).</summary>
    public PottsGraph Aggregate(int[] group, int groups)
    {
        var (start, order) = Grouped(group, groups);
        var offset = new int[groups + 1];
        var target = new List<int>();
        var weight = new List<double>();
        double[] mass = new double[groups], inside = new double[groups], sum = new double[groups];
        var touched = new List<int>();
        for (var g = 0; g < groups; g++)
        {
            for (var i = start[g]; i < start[g + 1]; i++)
            {
                var v = order[i];
                mass[g] += Mass[v];
                inside[g] += Inside[v];
                for (var e = Offset[v]; e < Offset[v + 1]; e++)
                {
                    var h = group[Target[e]];
                    if (h == g)
                    {
                        inside[g] += Weight[e];
                        continue;
                    }
                    if (sum[h] == 0) touched.Add(h);
                    sum[h] += Weight[e];
                }
            }
            foreach (var h in touched)
            {
                target.Add(h);
                weight.Add(sum[h]);
                sum[h] = 0;
            }
            touched.Clear();
            offset[g + 1] = target.Count;
        }
        return new PottsGraph { Offset = offset, Target = [.. target], Weight = [.. weight], Mass = mass, Inside = inside, Penalty = Penalty, Total = Total };
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
