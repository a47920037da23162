using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>Messages by hour of the week, 168 numbers from Monday 00:00 local time.</summary>
public static class WeekProfile
{
    /// <summary>Everybody's messages. O(rows).</summary>
    public static int[] OfPopulation(Observation seen, LocalClock clock)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        var week = new int[168];
        foreach (var at in seen.SeenAt) week[HourOfWeek(clock.ToLocal(at))]++;
        return week;
    }

    /// <summary>The messages that are one party's own acts (<see cref="PartyTimelines.OwnOf"/>). O(its entries).</summary>
    public static int[] OfParty(Observation seen, PartyTimelines timelines, LocalClock clock, PartyId party)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(clock);
        var week = new int[168];
        int begin = timelines.Offset[party.Index], end = timelines.Offset[party.Index + 1], lastRow = -1;
        var own = timelines.OwnOf(party.Index);
        for (var e = begin; e < end; e++)
        {
            var row = timelines.Entries[e].Row;
            if (row == lastRow || !timelines.Entries[e].Is(own)) continue;
            lastRow = row;
            week[HourOfWeek(clock.ToLocal(seen.SeenAt[row]))]++;
        }
        return week;
    }

    /// <summary>Shannon entropy in bits of weights (0 … log2 of their number); NaN when all are 0.</summary>
    public static double EntropyBits(ReadOnlySpan<double> weights)
    {
        double sum = 0, entropy = 0;
        foreach (var w in weights) sum += w;
        foreach (var w in weights)
            if (w > 0) entropy -= w / sum * Math.Log2(w / sum);
        return sum == 0 ? double.NaN : entropy;
    }

    static int HourOfWeek(long local) => LocalClock.WeekdayOf(LocalClock.DayOf(local)) * 24 + LocalClock.HourOf(local);
}
