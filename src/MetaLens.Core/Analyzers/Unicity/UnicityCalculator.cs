using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Unicity;

/// <summary>Measures how many people a few points are enough to single out.</summary>
public static class UnicityCalculator
{
    const long HourMs = 3_600_000;

    /// <summary>
    /// For 1 … <paramref name="mostPoints"/> points: from every party with that many, points are drawn without replacement; the draw is unique when no other party has them all.
    /// Parties without entries are no subjects; a log without parties gives NaN. The same whatever the number of threads. O(parties · draws · parties of the rarest point), at worst.
    /// de Montjoye et al., Scientific Reports 3:1376 (2013), doi 10.1038/srep01376.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="kind">What is known.</param>
    /// <param name="mostPoints">1 … 10.</param>
    /// <param name="draws">Draws per party, 1 … 1,000.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="joined">Hours (days) told as one, 1 … 1,024; contacts without a day have none.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<UnicityShare> Of(Observation seen, PointKind kind, int mostPoints, int draws, int seed, int joined = 1, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNotEqual(mostPoints, Math.Clamp(mostPoints, 1, 10));
        ArgumentOutOfRangeException.ThrowIfNotEqual(draws, Math.Clamp(draws, 1, 1000));
        ArgumentOutOfRangeException.ThrowIfNotEqual(joined, Math.Clamp(joined, 1, 1024));
        var pointsOf = PointsOf(seen, kind, joined);
        var holdersOf = HoldersOf(pointsOf);
        var shares = new UnicityShare[mostPoints];
        for (var k = 1; k <= mostPoints; k++)
        {
            var points = k;
            var uniqueOf = new double[pointsOf.Length];
            Parallel.For(0, pointsOf.Length, new ParallelOptions { CancellationToken = stop }, p =>
            {
                uniqueOf[p] = pointsOf[p].Length < points ? double.NaN : ShareUnique(p, points, draws, pointsOf, holdersOf, new Random(unchecked((seed * 397 + p) * 31 + points)));
            });
            shares[k - 1] = Summarize(points, [.. uniqueOf.Where(u => !double.IsNaN(u))]);
        }
        return shares;
    }

    static double ShareUnique(int party, int points, int draws, int[][] pointsOf, int[][] holdersOf, Random random)
    {
        var own = (int[])pointsOf[party].Clone();
        var unique = 0;
        for (var d = 0; d < draws; d++)
        {
            for (var i = 0; i < points; i++)
            {
                var j = random.Next(i, own.Length);
                (own[i], own[j]) = (own[j], own[i]);
            }
            if (IsUnique(party, own.AsSpan(0, points), pointsOf, holdersOf)) unique++;
        }
        return (double)unique / draws;
    }

    static bool IsUnique(int party, ReadOnlySpan<int> drawn, int[][] pointsOf, int[][] holdersOf)
    {
        // The rarest point first: only those who have it need be asked, and the next rarest answers most of them.
        Span<int> known = stackalloc int[drawn.Length], holders = stackalloc int[drawn.Length];
        drawn.CopyTo(known);
        for (var i = 0; i < known.Length; i++) holders[i] = holdersOf[known[i]].Length;
        holders.Sort(known);
        foreach (var other in holdersOf[known[0]])
            if (other != party && HasAll(pointsOf[other], known[1..])) return false;
        return true;
    }

    static bool HasAll(int[] sorted, ReadOnlySpan<int> drawn)
    {
        foreach (var point in drawn)
            if (Array.BinarySearch(sorted, point) < 0) return false;
        return true;
    }

    static UnicityShare Summarize(int points, double[] shares)
    {
        if (shares.Length == 0) return new UnicityShare(points, double.NaN, double.NaN, double.NaN, 0);
        var mean = shares.Average();
        var half = 1.96 * Math.Sqrt(shares.Sum(s => (s - mean) * (s - mean)) / shares.Length / shares.Length);
        return new UnicityShare(points, mean, Math.Max(0, mean - half), Math.Min(1, mean + half), shares.Length);
    }

    // The distinct points of each party as dense numbers, ascending.
    static int[][] PointsOf(Observation seen, PointKind kind, int joined)
    {
        var timelines = PartyTimelines.Of(seen);
        var numberOf = new Dictionary<long, int>();
        var points = new int[seen.PartyCount][];
        var own = new HashSet<int>();
        for (var p = 0; p < seen.PartyCount; p++)
        {
            own.Clear();
            for (var e = timelines.Offset[p]; e < timelines.Offset[p + 1]; e++)
            {
                var entry = timelines.Entries[e];
                if (kind is PointKind.Contact or PointKind.ContactAndDay && (entry.Alter < 0 || entry.Alter == p)) continue;
                var raw = kind switch
                {
                    PointKind.Contact => entry.Alter,
                    PointKind.Hour => entry.SeenAt / (joined * HourMs),
                    PointKind.HourAndDirection => (entry.SeenAt / (joined * HourMs) * 2) + (entry.IsSent ? 1 : 0),
                    PointKind.ContactAndDay => (entry.SeenAt / (24 * joined * HourMs) * seen.PartyCount) + entry.Alter,
                    _ => entry.SeenAt / (24 * joined * HourMs),
                };
                if (!numberOf.TryGetValue(raw, out var number)) numberOf[raw] = number = numberOf.Count;
                own.Add(number);
            }
            points[p] = [.. own.Order()];
        }
        return points;
    }

    static int[][] HoldersOf(int[][] pointsOf)
    {
        var holders = new List<List<int>>();
        for (var p = 0; p < pointsOf.Length; p++)
            foreach (var point in pointsOf[p])
            {
                while (holders.Count <= point) holders.Add([]);
                holders[point].Add(p);
            }
        return [.. holders.Select(h => h.ToArray())];
    }
}
