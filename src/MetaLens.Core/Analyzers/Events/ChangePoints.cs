namespace MetaLens.Analyzers.Events;

/// <summary>
/// Where a series changes its level: the segmentation with the least cost plus penalty, found exactly: counts by functional pruning (Maidstone, Hocking, Rigaill, Fearnhead 2017, doi 10.1007/s11222-016-9636-3),
/// values by PELT (Killick, Fearnhead, Eckley 2012, doi 10.1080/01621459.2012.737745).
/// </summary>
public static class ChangePoints
{
    static readonly double[] Logs = [.. Enumerable.Range(0, 4096).Select(n => Math.Log(n))];

    /// <summary>
    /// Starts of the segments of daily counts after the first, ascending; empty for fewer than two days. Cost is twice the negative Poisson log-likelihood, divided by the dispersion of the day-to-day
    /// differences where that is above 1, since messages come in bursts; the penalty is 3 ln n a change. O(n · starts that are best for some rate, a handful).
    /// </summary>
    /// <param name="counts">Counts of consecutive days, at least 0.</param>
    /// <param name="shortest">Shortest segment in days, at least 1.</param>
    public static IReadOnlyList<int> OfCounts(ReadOnlySpan<int> counts, int shortest = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        var n = counts.Length;
        if (n < 2 * shortest) return [];
        var sums = new int[n + 1];
        var greatest = 0;
        double differences = 0;
        for (var i = 0; i < n; i++)
        {
            sums[i + 1] = sums[i] + counts[i];
            greatest = Math.Max(greatest, counts[i]);
            if (i > 0) differences += Square(counts[i] - counts[i - 1]);
        }
        if (sums[n] == 0) return [];
        // Differences of independent Poisson days have the variance of their sum. The penalty is stretched instead of the cost shrunk, and both are halved.
        var dispersion = Math.Max(1, differences / (2.0 * sums[n]));
        var penalty = 1.5 * Math.Log(n) * dispersion;
        var baseCost = new double[n + 1];
        var previous = new int[n + 1];
        var starts = new RateEnvelope(baseCost, sums, greatest);
        starts.Add(0);
        for (var end = shortest; end <= n; end++)
        {
            // What ends where no segment can start is not asked for again.
            if (end == n || !IsAmongQuietDays(sums, end, shortest))
            {
                var (cost, start) = Best(starts.Pieces, baseCost, sums, end);
                (baseCost[end], previous[end]) = (cost + penalty, start);
            }
            var next = end - shortest + 1;
            if (end < n && next >= shortest && !IsAmongQuietDays(sums, next, shortest)) starts.Add(next);
        }
        return Changes(previous);
    }

    static (double Cost, int Start) Best(ReadOnlySpan<RateEnvelope.Piece> pieces, double[] baseCost, int[] sums, int end)
    {
        var logs = Logs;
        var (best, at, sumToEnd) = (double.PositiveInfinity, 0, sums[end]);
        foreach (ref readonly var piece in pieces)
        {
            var start = piece.Start;
            // Counts are whole and mostly small, and so are days: their logarithms are asked for again and again.
            int sum = sumToEnd - sums[start], days = end - start;
            var total = baseCost[start] + (sum == 0 ? 0 : sum * (1 - (sum < logs.Length ? logs[sum] : Math.Log(sum)) + (days < logs.Length ? logs[days] : Math.Log(days))));
            if (total < best) (best, at) = (total, start);
        }
        return (best, at);
    }

    // Between two rates, a quiet day belongs to the lower one. So no change lies among quiet days unless the segments cannot get shorter: at whichever end of them it lies, it costs less.
    static bool IsAmongQuietDays(int[] sums, int start, int shortest) => start + shortest < sums.Length && sums[start + shortest] == sums[start - shortest];

    /// <summary>
    /// Starts of the segments of a series of measured values after the first. Cost is the sum of squares about the segment's mean, divided by the variance of the differences; the penalty is 3 ln n a change. Expected O(n), at worst O(n²).
    /// </summary>
    /// <param name="values">Values in order; finite.</param>
    /// <param name="shortest">Shortest segment, at least 1.</param>
    public static IReadOnlyList<int> OfValues(ReadOnlySpan<double> values, int shortest = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 1);
        var n = values.Length;
        double[] sums = new double[n + 1], squares = new double[n + 1];
        double differences = 0;
        for (var i = 0; i < n; i++)
        {
            sums[i + 1] = sums[i] + values[i];
            squares[i + 1] = squares[i] + Square(values[i]);
            if (i > 0) differences += Square(values[i] - values[i - 1]);
        }
        if (differences == 0 || n < 2 * shortest) return [];
        var variance = differences / (2 * (n - 1));
        var penalty = 3 * Math.Log(n);
        var best = new double[n + 1];
        var previous = new int[n + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        int[] candidates = new int[n + 1];
        var totals = new double[n + 1];
        var count = 1;
        for (var end = shortest; end <= n; end++)
        {
            for (var c = 0; c < count; c++)
            {
                var start = candidates[c];
                totals[c] = best[start] + ((squares[end] - squares[start] - (Square(sums[end] - sums[start]) / (end - start))) / variance);
                if (totals[c] + penalty < best[end]) (best[end], previous[end]) = (totals[c] + penalty, start);
            }
            // A start that is worse now by more than the penalty can never be best again.
            var kept = 0;
            for (var c = 0; c < count; c++)
                if (totals[c] <= best[end]) candidates[kept++] = candidates[c];
            count = kept;
            if (end - shortest + 1 >= shortest) candidates[count++] = end - shortest + 1;
        }
        return Changes(previous);
    }

    static double Square(double number) => number * number;

    static List<int> Changes(int[] previous)
    {
        var changes = new List<int>();
        for (var at = previous[^1]; at > 0; at = previous[at]) changes.Add(at);
        changes.Reverse();
        return changes;
    }
}
