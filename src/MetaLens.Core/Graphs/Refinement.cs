namespace MetaLens.Graphs;

/// <summary>The second phase of Leiden: each community is built up anew from single nodes, by merges inside it only, so that what stays together is well connected.</summary>
static class Refinement
{
    // How many nodes ahead of their turn their rows are asked for.
    const int Ahead = 4;

    // Below it the exponential function is 0, which its library takes ten times as long to say as any other value.
    const double LeastExponent = -746;

    /// <summary>Splits each community into parts. O(edges).</summary>
    /// <returns>The part of each node, 0 … <paramref name="parts"/> − 1.</returns>
    public static int[] Run(PottsGraph graph, int[] community, int communities, double randomness, Random random, out int parts)
    {
        var n = graph.NodeCount;
        var (start, order) = PottsGraph.Grouped(community, communities);
        double[] mass = graph.Mass.ToArray(), linked = new double[n], chance = new double[n];
        // Weight from each part to the rest of its community.
        var cut = new double[n];
        var part = new int[n];
        var merged = new bool[n];
        var near = new int[n];
        NodeRanges.For(n, graph.Target.Length, (first, end) =>
        {
            for (var v = first; v < end; v++)
            {
                part[v] = v;
                double inside = 0;
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
                    if (community[graph.Target[e]] == community[v]) inside += graph.Weight[e];
                cut[v] = inside;
            }
        });
        for (var c = 0; c < communities; c++)
        {
            var members = order.AsSpan(start[c]..start[c + 1]);
            if (members.Length == 1) continue;
            random.Shuffle(members);
            double whole = 0;
            foreach (var v in members) whole += graph.Mass[v];
            for (var m = 0; m < members.Length; m++)
            {
                // Members come in no order that memory could guess.
                var coming = graph.Offset[members[Math.Min(m + Ahead, members.Length - 1)]];
                CacheLine.AskFor<int>(graph.Target, coming);
                CacheLine.AskFor<double>(graph.Weight, coming);
                var v = members[m];
                if (merged[v] || !IsWellConnected(v, whole)) continue;
                var found = 0;
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
                {
                    var u = graph.Target[e];
                    if (community[u] != c) continue;
                    if (linked[part[u]] == 0) near[found++] = part[u];
                    linked[part[u]] += graph.Weight[e];
                }
                var into = Draw(v, near.AsSpan(0, found), whole);
                if (into != v)
                {
                    // What ran between v and the part no longer leaves it.
                    cut[into] += cut[v] - (2 * linked[into]);
                    mass[into] += mass[v];
                    part[v] = into;
                    merged[v] = merged[into] = true;
                }
                for (var i = 0; i < found; i++) linked[near[i]] = 0;
            }
        }
        var number = new int[n];
        parts = 0;
        for (var v = 0; v < n; v++)
            if (part[v] == v) number[v] = parts++;
        for (var v = 0; v < n; v++) part[v] = number[part[v]];
        return part;

        bool IsWellConnected(int p, double whole) => cut[p] >= graph.Penalty * mass[p] * (whole - mass[p]) * (1 - 1e-12);

        // A part to join, among those that are well connected and worth joining, with probability rising with the gain; staying alone gains 0.
        int Draw(int v, Span<int> near, double whole)
        {
            double highest = 0;
            foreach (var p in near)
            {
                var gain = linked[p] - (graph.Penalty * mass[v] * mass[p]);
                chance[p] = IsWellConnected(p, whole) ? gain : double.NegativeInfinity;
                highest = Math.Max(highest, chance[p]);
            }
            var sum = Likelihood(0, highest);
            foreach (var p in near)
            {
                chance[p] = chance[p] < 0 ? 0 : Likelihood(chance[p], highest);
                sum += chance[p];
            }
            var draw = random.NextDouble() * sum;
            foreach (var p in near)
            {
                draw -= chance[p];
                if (draw < 0) return p;
            }
            return v;
        }

        double Likelihood(double gain, double highest)
        {
            var exponent = (gain - highest) / randomness;
            return exponent < LeastExponent ? 0 : Math.Exp(exponent);
        }
    }
}
