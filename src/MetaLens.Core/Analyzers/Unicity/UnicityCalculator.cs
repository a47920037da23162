using MetaLens.Lenses;

namespace MetaLens.Analyzers.Unicity;

/// <summary>Measures how many people a few points are enough to single out.</summary>
public static class UnicityCalculator
{
    /// <summary>
    /// For 1 … <paramref name="mostPoints"/> points: from every party with that many, points are drawn without replacement; the draw is unique when no other party has them all.
    /// Parties without entries are no subjects; a log without parties gives NaN. The same whatever the number of threads. O(deliveries + parties asked · draws · parties of the rarest points), at worst.
    /// de Montjoye et al., Scientific Reports 3:1376 (2013), doi 10.1038/srep01376.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="kind">What is known.</param>
    /// <param name="mostPoints">1 … 10.</param>
    /// <param name="draws">Draws per party, 1 … 1,000.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="joined">Hours (days) told as one, 1 … 1,024; contacts without a day have none.</param>
    /// <param name="mostAsked">From how many parties points are drawn, at least 1; of more, evenly chosen ones stand for all, and the interval is as wide as their number has it.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<UnicityShare> Of(Observation seen, PointKind kind, int mostPoints, int draws, int seed, int joined = 1, int mostAsked = int.MaxValue, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNotEqual(mostPoints, Math.Clamp(mostPoints, 1, 10));
        ArgumentOutOfRangeException.ThrowIfNotEqual(draws, Math.Clamp(draws, 1, 1000));
        ArgumentOutOfRangeException.ThrowIfNotEqual(joined, Math.Clamp(joined, 1, 1024));
        ArgumentOutOfRangeException.ThrowIfLessThan(mostAsked, 1);
        var points = PartyPoints.Of(seen, kind, joined);
        return [.. Enumerable.Range(1, mostPoints).Select(known =>
        {
            var subjects = Enumerable.Range(0, seen.PartyCount).Where(p => points.Of(p).Length >= known).ToArray();
            var unique = new double[Math.Min(mostAsked, subjects.Length)];
            Parallel.For(0, unique.Length, new ParallelOptions { CancellationToken = stop }, i =>
            {
                var party = subjects[(int)((long)i * subjects.Length / unique.Length)];
                unique[i] = ShareUnique(party, known, draws, points, new Random(unchecked((seed * 397 + party) * 31 + known)));
            });
            return Summarize(known, unique, subjects.Length);
        })];
    }

    static double ShareUnique(int party, int known, int draws, PartyPoints points, Random random)
    {
        var own = points.Of(party).ToArray();
        var unique = 0;
        for (var d = 0; d < draws; d++)
        {
            for (var i = 0; i < known; i++)
            {
                var j = random.Next(i, own.Length);
                (own[i], own[j]) = (own[j], own[i]);
            }
            if (points.NoneOtherHasAll(party, own.AsSpan(0, known))) unique++;
        }
        return (double)unique / draws;
    }

    static UnicityShare Summarize(int points, double[] shares, int subjects)
    {
        if (shares.Length == 0) return new UnicityShare(points, double.NaN, double.NaN, double.NaN, 0);
        var mean = shares.Average();
        var half = 1.96 * Math.Sqrt(shares.Sum(s => (s - mean) * (s - mean)) / shares.Length / shares.Length);
        return new UnicityShare(points, mean, Math.Max(0, mean - half), Math.Min(1, mean + half), subjects);
    }
}
