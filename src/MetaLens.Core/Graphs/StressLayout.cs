using System.Collections.Immutable;

namespace MetaLens.Graphs;

/// <summary>
/// Places for a node-link picture: two nodes k steps apart in the graph are to be k apart on paper, near pairs mattering most (weight 1/k²). The stress is lowered by
/// stochastic gradient steps over all pairs; components are laid out one by one, turned with the long axis across, and packed by size. Deterministic given the seed.
/// Source: Zheng, Pawar, Goodman, "Graph drawing by stochastic gradient descent", IEEE TVCG 25(9), 2019, doi 10.1109/TVCG.2018.2859997.
/// </summary>
public static class StressLayout
{
    /// <summary>
    /// One point per node of the graph, inside [0, 1]² with the aspect kept. A lone node lies in the middle; nodes without a tie are packed round the rest.
    /// O(rounds · n² + n · edges) for components of n nodes.
    /// </summary>
    /// <exception cref="ArgumentException">More than <see cref="LayoutOptions.MostNodes"/> nodes.</exception>
    public static ImmutableArray<LayoutPoint> Of(CommunicationGraph graph, LayoutOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new LayoutOptions();
        if (graph.NodeCount > LayoutOptions.MostNodes)
            throw new ArgumentException($"{graph.NodeCount} nodes are too many for a picture of nodes and links; expected at most {LayoutOptions.MostNodes}. Mend: draw a backbone.", nameof(graph));
        var undirected = GraphBuilder.ToUndirected(graph);
        var random = new Random(options.Seed);
        var at = new (double X, double Y)[graph.NodeCount];
        var discs = new List<LayoutDisc>();
        foreach (var members in Components.Weak(undirected).Members())
        {
            stop.ThrowIfCancellationRequested();
            Place(undirected, members, at, options.Rounds, random);
            discs.Add(Centre(members, at));
        }
        DiscPacking.Pack(discs, at);
        return IntoUnitSquare(at);
    }

    static void Place(CommunicationGraph graph, ImmutableArray<int> members, (double X, double Y)[] at, int rounds, Random random)
    {
        var n = members.Length;
        if (n == 1) return;
        foreach (var v in members) at[v] = (random.NextDouble() * Math.Sqrt(n), random.NextDouble() * Math.Sqrt(n));
        var steps = Steps(graph, members, out var farthest);
        var pairs = new (short A, short B)[n * (n - 1) / 2];
        var p = 0;
        for (short a = 0; a < n; a++)
            for (var b = (short)(a + 1); b < n; b++)
                pairs[p++] = (a, b);
        // Step sizes fall from "move all the way for the farthest pair" to a tenth of a step for neighbours.
        var largest = (double)farthest * farthest;
        var decay = rounds == 1 ? 0 : Math.Log(largest / 0.1) / (rounds - 1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(pairs);
            var size = largest * Math.Exp(-decay * round);
            foreach (var (a, b) in pairs)
            {
                double wanted = steps[(a * n) + b], share = Math.Min(1, size / (wanted * wanted));
                ref var first = ref at[members[a]];
                ref var second = ref at[members[b]];
                double dx = first.X - second.X, dy = first.Y - second.Y, found = Math.Sqrt((dx * dx) + (dy * dy));
                if (found < 1e-9) (dx, dy, found) = (1e-9, 0, 1e-9);
                var move = share * (found - wanted) / (2 * found);
                first = (first.X - (move * dx), first.Y - (move * dy));
                second = (second.X + (move * dx), second.Y + (move * dy));
            }
        }
    }

    // Steps between all pairs of a component, by breadth-first search from each node.
    static ushort[] Steps(CommunicationGraph graph, ImmutableArray<int> members, out int farthest)
    {
        var n = members.Length;
        var local = new int[graph.NodeCount];
        for (var i = 0; i < n; i++) local[members[i]] = i;
        var steps = new ushort[n * n];
        var queue = new int[n];
        farthest = 1;
        for (var source = 0; source < n; source++)
        {
            var row = steps.AsSpan(source * n, n);
            row.Fill(ushort.MaxValue);
            row[source] = 0;
            int head = 0, tail = 0;
            queue[tail++] = source;
            while (head < tail)
            {
                var v = queue[head++];
                foreach (var target in graph.Neighbours(members[v]))
                {
                    var u = local[target];
                    if (row[u] != ushort.MaxValue) continue;
                    row[u] = (ushort)(row[v] + 1);
                    queue[tail++] = u;
                }
            }
            farthest = Math.Max(farthest, row[queue[n - 1]]);
        }
        return steps;
    }

    // Moves a component's centre to the origin, turns its long axis across, and says how much room it needs.
    static LayoutDisc Centre(ImmutableArray<int> members, (double X, double Y)[] at)
    {
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0, radius = 0;
        foreach (var v in members) (x, y) = (x + at[v].X, y + at[v].Y);
        (x, y) = (x / members.Length, y / members.Length);
        foreach (var v in members)
        {
            double dx = at[v].X - x, dy = at[v].Y - y;
            (xx, xy, yy) = (xx + (dx * dx), xy + (dx * dy), yy + (dy * dy));
        }
        var angle = 0.5 * Math.Atan2(2 * xy, xx - yy);
        var (sin, cos) = Math.SinCos(-angle);
        foreach (var v in members)
        {
            double dx = at[v].X - x, dy = at[v].Y - y;
            at[v] = ((cos * dx) - (sin * dy), (sin * dx) + (cos * dy));
            radius = Math.Max(radius, Math.Sqrt((dx * dx) + (dy * dy)));
        }
        return new LayoutDisc(members, radius + 0.5);
    }

    static ImmutableArray<LayoutPoint> IntoUnitSquare((double X, double Y)[] at)
    {
        if (at.Length == 0) return [];
        double left = at.Min(p => p.X), right = at.Max(p => p.X), top = at.Min(p => p.Y), bottom = at.Max(p => p.Y);
        var span = Math.Max(right - left, bottom - top);
        if (span == 0) return [.. at.Select(_ => new LayoutPoint(0.5, 0.5))];
        return [.. at.Select(p => new LayoutPoint(
            Math.Clamp(0.5 + ((p.X - ((left + right) / 2)) / span), 0, 1),
            Math.Clamp(0.5 + ((p.Y - ((top + bottom) / 2)) / span), 0, 1)))];
    }
}
