namespace MetaLens.Graphs;

/// <summary>The second phase of Leiden: each community is built up anew from single nodes, by merges inside it only, so that what stays together is well connected.</summary>
/// <param name="nodes">Most nodes of a graph to come: what is noted of them takes the same memory again and again.</param>
/// <param name="randomness">How readily a merge is taken that is not the best one.</param>
sealed class Refinement(int nodes, double randomness)
{
    // How many nodes ahead of their turn their rows are asked for.
    const int Ahead = 4;

    // Below it the exponential function is 0, which its library takes ten times as long to say as any other value.
    const double LeastExponent = -746;

    readonly Part[] _parts = new Part[nodes];
    readonly bool[] _merged = new bool[nodes];
    readonly int[] _near = new int[nodes + 1];

    /// <summary>Splits each community into parts. O(edges).</summary>
    /// <param name="within">The ties within communities.</param>
    /// <param name="community">The community of each node.</param>
    /// <param name="communities">How many there are.</param>
    /// <param name="random">Draws the order of nodes and their merges.</param>
    /// <param name="parts">How many parts result.</param>
    /// <returns>The part of each node, 0 … <paramref name="parts"/> − 1.</returns>
    public int[] Run(PottsGraph within, int[] community, int communities, Random random, out int parts)
    {
        var n = within.NodeCount;
        var part = Alone(within);
        var (start, order) = PottsGraph.Grouped(community, communities);
        for (var c = 0; c < communities; c++)
        {
            var members = order.AsSpan(start[c]..start[c + 1]);
            if (members.Length == 1) continue;
            random.Shuffle(members);
            Merge(within, members, part, random);
        }
        var number = _near;
        parts = 0;
        for (var v = 0; v < n; v++)
            if (part[v] == v) number[v] = parts++;
        for (var v = 0; v < n; v++) part[v] = number[part[v]];
        return part;
    }

    int[] Alone(PottsGraph within)
    {
        var part = new int[within.NodeCount];
        NodeRanges.For(within.NodeCount, within.Room, (first, end) =>
        {
            for (var v = first; v < end; v++)
            {
                part[v] = v;
                _merged[v] = false;
                double cut = 0;
                for (var e = within.Start[v]; e < within.End[v]; e++) cut += within.Weight[e];
                _parts[v] = new Part { Mass = within.Mass[v], Cut = cut };
            }
        });
        return part;
    }

    // Lets each member of a community, in the order given, join a part of it.
    void Merge(PottsGraph within, ReadOnlySpan<int> members, int[] part, Random random)
    {
        ReadOnlySpan<int> start = within.Start, end = within.End, target = within.Target;
        ReadOnlySpan<double> weight = within.Weight;
        Span<Part> parts = _parts;
        Span<int> near = _near;
        double whole = 0;
        foreach (var v in members) whole += within.Mass[v];
        for (var m = 0; m < members.Length; m++)
        {
            // Members come in no order that memory could guess.
            var coming = start[members[Math.Min(m + Ahead, members.Length - 1)]];
            CacheLine.AskFor(target, coming);
            CacheLine.AskFor(weight, coming);
            var v = members[m];
            ref var own = ref parts[v];
            if (_merged[v] || !own.IsWellConnected(within.Penalty, whole)) continue;
            var found = 0;
            for (var e = start[v]; e < end[v]; e++)
            {
                // Without a branch: whether a part was met before cannot be foreseen.
                var p = part[target[e]];
                ref var linked = ref parts[p].Linked;
                near[found] = p;
                found += linked > 0 ? 0 : 1;
                linked += weight[e];
            }
            var into = Draw(v, near[..found], within.Penalty, whole, random);
            if (into != v)
            {
                // What ran between v and the part no longer leaves it.
                parts[into].Cut += own.Cut - (2 * parts[into].Linked);
                parts[into].Mass += own.Mass;
                part[v] = into;
                _merged[v] = _merged[into] = true;
            }
            foreach (var p in near[..found]) parts[p].Linked = 0;
        }
    }

    // A part to join, among those that are well connected and worth joining, with probability rising with the gain; staying alone gains 0.
    int Draw(int v, ReadOnlySpan<int> near, double penalty, double whole, Random random)
    {
        Span<Part> parts = _parts;
        var mass = parts[v].Mass;
        double highest = 0;
        foreach (var p in near)
        {
            ref var other = ref parts[p];
            other.Chance = other.IsWellConnected(penalty, whole) ? other.Linked - (penalty * mass * other.Mass) : double.NegativeInfinity;
            highest = Math.Max(highest, other.Chance);
        }
        var sum = Likelihood(0, highest);
        foreach (var p in near)
        {
            ref var chance = ref parts[p].Chance;
            chance = chance < 0 ? 0 : Likelihood(chance, highest);
            sum += chance;
        }
        var draw = random.NextDouble() * sum;
        foreach (var p in near)
        {
            draw -= parts[p].Chance;
            if (draw < 0) return p;
        }
        return v;
    }

    double Likelihood(double gain, double highest)
    {
        var exponent = (gain - highest) / randomness;
        return exponent < LeastExponent ? 0 : Math.Exp(exponent);
    }

    // Side by side, as all are wanted at once.
    struct Part
    {
        public double Mass;

        // Weight to the rest of the community.
        public double Cut;

        // Weight of the ties between the node at hand and the part.
        public double Linked;

        // That the node at hand joins the part, as a multiple of the likeliest.
        public double Chance;

        public readonly bool IsWellConnected(double penalty, double whole) => Cut >= penalty * Mass * (whole - Mass) * (1 - 1e-12);
    }
}
