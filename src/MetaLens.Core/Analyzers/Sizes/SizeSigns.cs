using MathNet.Numerics;
using MetaLens.Analyzers.Conversations;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary>What kinds of message the sizes betray, to an observer who sees no kind and no content.</summary>
public static class SizeSigns
{
    const long AtOnceMs = 10_000, SoonMs = 3_600_000;
    const int LongTextBytes = 160, FileBytes = 4096, PhotoBytes = 50_000, LargeBytes = 3_000_000;
    const int LargestSignal = 512, LeastFile = 1024, LeastRepeats = 3;
    const double Neighbourhood = 0.1, LargestChance = 0.001, Mostly = 0.8;

    /// <summary>
    /// First the sizes that give themselves away, most messages first, then the rest by range of sizes. A size stands out when more messages have it than chance lets expect: were the messages of sizes within 10 % spread evenly over those
    /// sizes, Poisson tail below 0.001 after correction for all distinct sizes. Of those: at most 512 bytes and four in five sent within 10 s of another's message = receipt; four in five within an hour, as the next in the thread = reaction;
    /// at least 1 KiB and three times = a file sent again. Empty where sizes are hidden. O(n log n).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="least">Messages of one size below which it is no receipt and no reaction, at least 2.</param>
    public static IReadOnlyList<SizeSign> Of(Observation seen, int least)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        var waited = Waits(seen);
        var bySize = Enumerable.Range(0, seen.Count).Where(i => Known(seen, i)).GroupBy(i => Size(seen, i)).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
        int[] sizes = [.. bySize.Select(rows => Size(seen, rows[0]))], upTo = [.. Sums(bySize)];
        var signs = new List<SizeSign>();
        var rest = new SortedDictionary<SizeKind, List<int>>();
        for (var s = 0; s < sizes.Length; s++)
        {
            var rows = bySize[s];
            var chance = Math.Min(1, Chance(sizes, upTo, s) * sizes.Length);
            var range = RangeOf(sizes[s]);
            var kind = chance <= LargestChance ? StandingOut(sizes[s], rows, waited, least) ?? range : range;
            if (kind != range) signs.Add(Describe(seen, kind, rows, waited, chance));
            else if (rest.TryGetValue(range, out var more)) more.AddRange(rows);
            else rest[range] = [.. rows];
        }
        return [.. signs.OrderByDescending(s => s.Messages).ThenBy(s => s.LowestBytes), .. rest.Select(r => Describe(seen, r.Key, [.. r.Value], waited, double.NaN))];
    }

    static SizeKind? StandingOut(int bytes, int[] rows, long[] waited, int least)
    {
        if (bytes >= LeastFile) return rows.Length >= LeastRepeats ? SizeKind.RepeatedFile : null;
        if (bytes > LargestSignal || rows.Length < least) return null;
        return Share(rows, waited, AtOnceMs) >= Mostly ? SizeKind.Receipt : Share(rows, waited, SoonMs) >= Mostly ? SizeKind.Reaction : null;
    }

    static SizeKind RangeOf(int bytes) => bytes switch
    {
        <= LongTextBytes => SizeKind.ShortText,
        < FileBytes => SizeKind.LongText,
        < PhotoBytes => SizeKind.SmallFile,
        < LargeBytes => SizeKind.Photo,
        _ => SizeKind.LargeFile,
    };

    // P[Poisson ≥ messages of the size] when all of sizes within a tenth are spread evenly over those sizes.
    static double Chance(int[] sizes, int[] upTo, int s)
    {
        int low = (int)(sizes[s] * (1 - Neighbourhood)), high = (int)Math.Ceiling(sizes[s] * (1 + Neighbourhood));
        int first = LowerBound(sizes, low), end = LowerBound(sizes, high + 1);
        var own = upTo[s + 1] - upTo[s];
        var others = upTo[end] - upTo[first] - own;
        var expected = (others + 1.0) / (high - low);
        return SpecialFunctions.GammaLowerRegularized(own, expected);
    }

    static int LowerBound(int[] ascending, int value)
    {
        var at = Array.BinarySearch(ascending, value);
        return at < 0 ? ~at : at;
    }

    static IEnumerable<int> Sums(int[][] bySize)
    {
        var sum = 0;
        yield return 0;
        foreach (var rows in bySize) yield return sum += rows.Length;
    }

    static bool Known(Observation seen, int row) => seen.Size[row] >= 0;

    static int Size(Observation seen, int row) => seen.Size[row];

    // Since the message before in the thread, where that was another's; else never.
    static long[] Waits(Observation seen)
    {
        var waited = new long[seen.Count];
        Array.Fill(waited, long.MaxValue);
        var threads = MessageThreads.Of(seen);
        for (var t = 0; t < threads.Count; t++)
        {
            var rows = threads.RowsOf(t);
            for (var i = 1; i < rows.Length; i++)
                if (seen.Sender[rows[i]] != seen.Sender[rows[i - 1]]) waited[rows[i]] = Math.Min(waited[rows[i]], seen.SeenAt[rows[i]] - seen.SeenAt[rows[i - 1]]);
        }
        return waited;
    }

    static double Share(int[] rows, long[] waited, long within) => (double)rows.Count(i => waited[i] <= within) / rows.Length;

    static SizeSign Describe(Observation seen, SizeKind kind, int[] rows, long[] waited, double chance)
    {
        int lowest = int.MaxValue, highest = 0;
        var senders = new HashSet<int>();
        var shown = new Dictionary<string, int>();
        foreach (var i in rows)
        {
            (lowest, highest) = (Math.Min(lowest, seen.Size[i]), Math.Max(highest, seen.Size[i]));
            if (seen.Sender[i] >= 0) senders.Add(seen.Sender[i]);
            if (seen.KindsVisible) shown[seen.Kind[i].ToString().ToLowerInvariant()] = shown.GetValueOrDefault(seen.Kind[i].ToString().ToLowerInvariant()) + 1;
        }
        var most = shown.OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal).FirstOrDefault();
        return new SizeSign(kind, lowest, highest, rows.Length, senders.Count, Share(rows, waited, AtOnceMs), Share(rows, waited, SoonMs), chance, most.Key ?? "", most.Key is null ? double.NaN : (double)most.Value / rows.Length);
    }
}
