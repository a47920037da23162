using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Unicity;

/// <summary>The distinct points of each party, numbered as they are first met, and the parties that hold each point: one table read both ways.</summary>
sealed class PartyPoints
{
    const long HourMs = 3_600_000;

    readonly int[] _offset, _points, _firstHolder, _holders;

    PartyPoints(int[] offset, int[] points, int different)
    {
        (_offset, _points) = (offset, points);
        _firstHolder = new int[different + 1];
        foreach (var point in points) _firstHolder[point + 1]++;
        for (var point = 0; point < different; point++) _firstHolder[point + 1] += _firstHolder[point];
        _holders = new int[points.Length];
        var next = (int[])_firstHolder.Clone();
        for (var p = 0; p < offset.Length - 1; p++)
            foreach (var point in Of(p)) _holders[next[point]++] = p;
    }

    /// <summary>The points of one party, ascending.</summary>
    public ReadOnlySpan<int> Of(int party) => _points.AsSpan(_offset[party], _offset[party + 1] - _offset[party]);

    ReadOnlySpan<int> HoldersOf(int point) => _holders.AsSpan(_firstHolder[point], _firstHolder[point + 1] - _firstHolder[point]);

    /// <summary>Gathers them, so many hours (days) told as one. O(deliveries log deliveries of one party).</summary>
    public static PartyPoints Of(Observation seen, PointKind kind, int joined)
    {
        var timelines = PartyTimelines.Of(seen);
        var numberOf = new Dictionary<long, int>();
        var offset = new int[seen.PartyCount + 1];
        var points = new int[timelines.Entries.Length];
        var (count, last, lastNumber) = (0, long.MinValue, -1);
        for (var p = 0; p < seen.PartyCount; p++)
        {
            foreach (var entry in timelines[p])
            {
                if (kind is PointKind.Contact or PointKind.ContactAndDay && (entry.Alter < 0 || entry.Alter == p)) continue;
                var raw = kind switch
                {
                    PointKind.Contact => entry.Alter,
                    PointKind.Hour => entry.SeenAt / (joined * HourMs),
                    PointKind.HourAndDirection => (entry.SeenAt / (joined * HourMs) * 2) + (entry.IsSent ? 1 : 0),
                    PointKind.ContactAndDay => (entry.SeenAt / (24 * joined * HourMs) * seen.PartyCount) + entry.Alter,
                    _ => entry.SeenAt / (24 * joined * HourMs),
                };
                if (raw != last)
                {
                    if (!numberOf.TryGetValue(raw, out lastNumber)) numberOf[raw] = lastNumber = numberOf.Count;
                    last = raw;
                }
                points[count++] = lastNumber;
            }
            count = KeepDistinct(points, offset[p], count);
            offset[p + 1] = count;
        }
        return new PartyPoints(offset, points[..count], numberOf.Count);
    }

    static int KeepDistinct(int[] points, int from, int to)
    {
        points.AsSpan(from..to).Sort();
        var kept = from;
        for (var i = from; i < to; i++)
            if (i == from || points[i] != points[i - 1]) points[kept++] = points[i];
        return kept;
    }

    /// <summary>Whether a party is the only one that has all of these points. O(parties of the two rarest).</summary>
    public bool NoneOtherHasAll(int party, ReadOnlySpan<int> drawn)
    {
        // The two rarest points first: only who has both need be asked for the others.
        Span<int> known = stackalloc int[drawn.Length], many = stackalloc int[drawn.Length];
        drawn.CopyTo(known);
        for (var i = 0; i < known.Length; i++) many[i] = HoldersOf(known[i]).Length;
        many.Sort(known);
        var first = HoldersOf(known[0]);
        if (known.Length == 1) return first.Length == 1;
        var second = HoldersOf(known[1]);
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            int one = first[i], other = second[j];
            if (one == other && one != party && HasAll(one, known[2..])) return false;
            i += one <= other ? 1 : 0;
            j += other <= one ? 1 : 0;
        }
        return true;
    }

    bool HasAll(int party, ReadOnlySpan<int> drawn)
    {
        var own = Of(party);
        foreach (var point in drawn)
            if (own.BinarySearch(point) < 0) return false;
        return true;
    }
}
