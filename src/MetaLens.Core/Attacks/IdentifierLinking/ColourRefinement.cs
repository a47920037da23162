using MetaLens.Graphs;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Colours the nodes of two graphs alike: two nodes keep one colour as long as they have as many neighbours of each colour, outwards and inwards.</summary>
sealed class ColourRefinement(CommunicationGraph first, CommunicationGraph second)
{
    readonly CommunicationGraph[] _graphs = [first, second];
    readonly CommunicationGraph[] _reversed = first.IsDirected ? [GraphBuilder.Reversed(first), GraphBuilder.Reversed(second)] : [];

    /// <summary>Refines until no colour splits. O(rounds · ties).</summary>
    public (int[] First, int[] Second) Refine(int[] firstColour, int[] secondColour)
    {
        int[][] colour = [firstColour, secondColour];
        var count = colour[0].Concat(colour[1]).Distinct().Count();
        while (true)
        {
            // Numbers are given by sorted signature, so that they do not depend on which graph is looked at first.
            var signatures = new ulong[2][];
            for (var g = 0; g < 2; g++) signatures[g] = [.. Enumerable.Range(0, colour[g].Length).Select(v => Signature(g, colour[g], v))];
            var order = signatures[0].Concat(signatures[1]).Distinct().Order().Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
            colour = [.. signatures.Select(side => side.Select(s => order[s]).ToArray())];
            if (order.Count == count) return (colour[0], colour[1]);
            count = order.Count;
        }
    }

    /// <summary>One node of either graph gets a colour of its own, then all is refined.</summary>
    public (int[] First, int[] Second) SingledOut((int[] First, int[] Second) colours, int one, int other)
    {
        int[] a = [.. colours.First], b = [.. colours.Second];
        a[one] = b[other] = Math.Max(a.Max(), b.Max()) + 1;
        return Refine(a, b);
    }

    /// <summary>The nodes of each colour in either graph, by colour.</summary>
    public static IEnumerable<(List<int> First, List<int> Second)> Classes((int[] First, int[] Second) colours)
    {
        var classes = new SortedDictionary<int, (List<int> First, List<int> Second)>();
        for (var v = 0; v < colours.First.Length; v++) Of(colours.First[v]).First.Add(v);
        for (var v = 0; v < colours.Second.Length; v++) Of(colours.Second[v]).Second.Add(v);
        return classes.Values;

        (List<int> First, List<int> Second) Of(int colour) => classes.TryGetValue(colour, out var known) ? known : classes[colour] = ([], []);
    }

    // A sum of mixed colours is the same in whatever order the neighbours come.
    ulong Signature(int graph, int[] colour, int v)
    {
        var sum = Mixed((ulong)colour[v] + 1);
        foreach (var u in _graphs[graph].Neighbours(v)) sum += Mixed(((ulong)colour[u] << 2) + 2);
        if (_reversed.Length > 0)
            foreach (var u in _reversed[graph].Neighbours(v)) sum += Mixed(((ulong)colour[u] << 2) + 3);
        return Mixed(sum);
    }

    // SplitMix64's finaliser: Steele, Lea, Flood, doi 10.1145/2714064.2660195.
    static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
