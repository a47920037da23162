namespace MetaLens.Graphs;

/// <summary>The first phase of Leiden: each node in turn goes to the neighbouring community (or one of its own) that it gains most from; only neighbours of moved nodes are asked again.</summary>
/// <param name="nodes">Most nodes of a graph to come: what is noted of them takes the same memory again and again.</param>
sealed class LocalMoves(int nodes)
{
    // How many nodes ahead of their turn their rows are asked for, as they come in no order that memory could guess.
    const int Ahead = 4;

    readonly Group[] _groups = new Group[nodes];
    readonly int[] _size = new int[nodes], _ring = new int[nodes], _near = new int[nodes + 1];
    readonly bool[] _waiting = new bool[nodes];
    readonly Stack<int> _empty = new(nodes);

    /// <summary>Improves <paramref name="community"/> in place until no single move helps and numbers the communities densely. O(edges) per round.</summary>
    /// <returns>Number of communities.</returns>
    public int Run(PottsGraph graph, int[] community, Random random)
    {
        var n = graph.NodeCount;
        var groups = _groups.AsSpan(0, n);
        Span<int> size = _size.AsSpan(0, n), near = _near;
        groups.Clear();
        size.Clear();
        for (var v = 0; v < n; v++)
        {
            groups[community[v]].Mass += graph.Mass[v];
            size[community[v]]++;
        }
        _empty.Clear();
        for (var c = n - 1; c >= 0; c--)
            if (size[c] == 0) _empty.Push(c);
        // A ring of nodes that may want to move; each is in it at most once.
        var ring = _ring.AsSpan(0, n);
        for (var v = 0; v < n; v++) ring[v] = v;
        random.Shuffle(ring);
        var waiting = _waiting.AsSpan(0, n);
        waiting.Fill(true);
        int head = 0, count = n;
        ReadOnlySpan<int> start = graph.Start, end = graph.End, target = graph.Target;
        ReadOnlySpan<double> weight = graph.Weight;
        while (count > 0)
        {
            var v = ring[head];
            if (++head == n) head = 0;
            count--;
            waiting[v] = false;
            var coming = start[ring[head + Ahead < n ? head + Ahead : head]];
            CacheLine.AskFor(target, coming);
            CacheLine.AskFor(weight, coming);
            var from = community[v];
            var found = AddUp(target[start[v]..end[v]], weight[start[v]..end[v]], community, groups, near);
            groups[from].Mass -= graph.Mass[v];
            size[from]--;
            var press = graph.Penalty * graph.Mass[v];
            var best = from;
            var bestGain = groups[from].Linked - (press * groups[from].Mass);
            // Leaving for an empty community gains 0.
            if (bestGain < 0 && size[from] > 0) (best, bestGain) = (_empty.Peek(), 0);
            for (var i = 0; i < found; i++)
            {
                var c = near[i];
                ref var group = ref groups[c];
                var gain = group.Linked - (press * group.Mass);
                if (gain > bestGain) (best, bestGain) = (c, gain);
                group.Linked = 0;
            }
            if (best != from)
            {
                if (size[best] == 0) _empty.Pop();
                if (size[from] == 0) _empty.Push(from);
            }
            groups[best].Mass += graph.Mass[v];
            size[best]++;
            if (best == from) continue;
            community[v] = best;
            for (var e = start[v]; e < end[v]; e++)
            {
                var u = target[e];
                if (waiting[u] || community[u] == best) continue;
                waiting[u] = true;
                var tail = head + count++;
                ring[tail >= n ? tail - n : tail] = u;
            }
        }
        return Renumber(community, size);
    }

    // Adds a node's ties up by the communities they lead to; returns how many these are.
    static int AddUp(ReadOnlySpan<int> target, ReadOnlySpan<double> weight, int[] community, Span<Group> groups, Span<int> near)
    {
        var found = 0;
        for (var i = 0; i < target.Length; i++)
        {
            // Without a branch: whether a community was met before cannot be foreseen.
            var c = community[target[i]];
            ref var group = ref groups[c];
            near[found] = c;
            found += group.Linked > 0 ? 0 : 1;
            group.Linked += weight[i];
        }
        return found;
    }

    static int Renumber(Span<int> community, Span<int> size)
    {
        var next = 0;
        foreach (ref var number in size)
            if (number > 0) number = next++;
        foreach (ref var c in community) c = size[c];
        return next;
    }

    // Side by side, as both are wanted at once.
    struct Group
    {
        public double Mass;

        // Weight of the ties between the node at hand and the community.
        public double Linked;
    }
}
