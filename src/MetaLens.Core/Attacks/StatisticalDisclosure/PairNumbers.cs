namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Numbers the unordered pairs of parties that edges join: 0, 1, 2 … by their smaller party, those of one party as they are first met.</summary>
sealed class PairNumbers
{
    readonly List<int> _b = [];
    readonly int[] _first;

    PairNumbers(int partyCount, int edges) => (_first, OfEdge) = (new int[partyCount + 1], new int[edges]);

    /// <summary>The number of the pair that each edge joins.</summary>
    public int[] OfEdge { get; }

    /// <summary>How many pairs there are.</summary>
    public int Count => _b.Count;

    /// <summary>The pairs whose smaller party is this one.</summary>
    public (int From, int To) OfParty(int a) => (_first[a], _first[a + 1]);

    /// <summary>The greater party of a pair.</summary>
    public int GreaterOf(int pair) => _b[pair];

    /// <summary>Numbers them. O(edges + parties): edges are put in order of their smaller party, so that one table of the greater ones finds every pair, without hashing.</summary>
    /// <param name="partyCount">How many parties there are.</param>
    /// <param name="offset">Where the edges of each sighting begin.</param>
    /// <param name="later">The sighting at the other end of each edge.</param>
    /// <param name="party">The party of each sighting.</param>
    public static PairNumbers Of(int partyCount, int[] offset, int[] later, int[] party)
    {
        var numbers = new PairNumbers(partyCount, later.Length);
        var next = new int[partyCount + 1];
        for (var e = 0; e < party.Length; e++)
            for (var i = offset[e]; i < offset[e + 1]; i++) next[Math.Min(party[e], party[later[i]]) + 1]++;
        for (var p = 0; p < partyCount; p++) next[p + 1] += next[p];
        var start = (int[])next.Clone();
        var (greater, edge) = (new int[later.Length], new int[later.Length]);
        for (var e = 0; e < party.Length; e++)
            for (var i = offset[e]; i < offset[e + 1]; i++)
            {
                int a = party[e], b = party[later[i]], at = next[Math.Min(a, b)]++;
                (greater[at], edge[at]) = (Math.Max(a, b), i);
            }
        var known = new int[partyCount];
        Array.Fill(known, -1);
        for (var a = 0; a < partyCount; a++)
        {
            var first = numbers._first[a] = numbers.Count;
            for (var at = start[a]; at < start[a + 1]; at++)
            {
                ref var pair = ref known[greater[at]];
                if (pair < first)
                {
                    pair = numbers.Count;
                    numbers._b.Add(greater[at]);
                }
                numbers.OfEdge[edge[at]] = pair;
            }
        }
        numbers._first[partyCount] = numbers.Count;
        return numbers;
    }
}
