using System.Numerics;
using System.Runtime.InteropServices;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>
/// When somebody was active, day by day, in 48 half-hours. A half-hour counts once a party however much it sends in it, so that one long chat does not outweigh a week.
/// Days are the unit that is resampled for intervals. Immutable.
/// </summary>
public sealed class ActivityDays
{
    /// <summary>Half-hours of a day.</summary>
    public const int Bins = 48;

    const long BinMs = 1_800_000;

    // Days with activity as compressed sparse rows: the bins of day d are positions _start[d] … _start[d + 1] − 1.
    readonly int[] _start;
    readonly byte[] _bin;
    readonly int[] _count;

    ActivityDays(int[] start, byte[] bin, int[] count, int[] day, int messages)
    {
        _start = start;
        _bin = bin;
        _count = count;
        Day = day;
        Messages = messages;
    }

    /// <summary>The days with activity, ascending, as days since 1970-01-01.</summary>
    public IReadOnlyList<int> Day { get; }

    /// <summary>Messages behind the activity.</summary>
    public int Messages { get; }

    /// <summary>Active half-hours, summed over parties.</summary>
    public int ActiveBins => _count.Sum();

    /// <summary>Everybody together. Where no sender is visible every message counts by itself. O(rows + days).</summary>
    public static ActivityDays OfPopulation(Observation seen, LocalClock clock)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        var lastBin = new long[seen.PartyCount];
        Array.Fill(lastBin, long.MinValue);
        var days = new Dictionary<int, int[]>();
        var (lastDay, bins) = (int.MinValue, Array.Empty<int>());
        for (var i = 0; i < seen.Count; i++)
        {
            var local = clock.ToLocal(seen.SeenAt[i]);
            var day = LocalClock.DayOf(local);
            var bin = (int)(LocalClock.TimeOfDay(local, day) / BinMs);
            var absolute = (long)day * Bins + bin;
            if (seen.Sender[i] is >= 0 and var s)
            {
                if (lastBin[s] == absolute) continue;
                lastBin[s] = absolute;
            }
            // Rows are in order of time: the day is mostly that of the row before.
            if (day != lastDay && !days.TryGetValue(day, out bins!)) days[day] = bins = new int[Bins];
            lastDay = day;
            bins[bin]++;
        }
        return Pack(days, seen.Count);
    }

    /// <summary>One party: its own acts (<see cref="PartyTimelines.OwnOf"/>). O(its entries).</summary>
    public static ActivityDays OfParty(PartyTimelines timelines, LocalClock clock, PartyId party)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(clock);
        var own = timelines.OwnOf(party.Index);
        var days = new List<(int Day, ulong Bins)>();
        int lastRow = -1, messages = 0;
        foreach (ref readonly var entry in timelines[party.Index])
        {
            if (entry.Row == lastRow || !entry.Is(own)) continue;
            lastRow = entry.Row;
            messages++;
            var local = clock.ToLocal(entry.SeenAt);
            var day = LocalClock.DayOf(local);
            // Times ascend, and so do days, but where clocks are put back over midnight.
            var at = days.Count - 1;
            while (at >= 0 && days[at].Day > day) at--;
            if (at < 0 || days[at].Day < day) days.Insert(++at, (day, 0));
            CollectionsMarshal.AsSpan(days)[at].Bins |= 1UL << (int)(LocalClock.TimeOfDay(local, day) / BinMs);
        }
        var start = new int[days.Count + 1];
        for (var d = 0; d < days.Count; d++) start[d + 1] = start[d] + BitOperations.PopCount(days[d].Bins);
        var bin = new byte[start[^1]];
        for (int d = 0, i = 0; d < days.Count; d++)
            for (var left = days[d].Bins; left != 0; left &= left - 1) bin[i++] = (byte)BitOperations.TrailingZeroCount(left);
        var count = new int[bin.Length];
        Array.Fill(count, 1);
        return new ActivityDays(start, bin, count, [.. days.Select(d => d.Day)], messages);
    }

    /// <summary>Active half-hours by time of day, summed over days; 48 numbers.</summary>
    public double[] Profile()
    {
        var profile = new double[Bins];
        for (var i = 0; i < _bin.Length; i++) profile[_bin[i]] += _count[i];
        return profile;
    }

    /// <summary>The profile of as many days drawn with replacement.</summary>
    public double[] ResampledProfile(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var times = new int[Day.Count];
        for (var n = 0; n < times.Length; n++) times[random.Next(times.Length)]++;
        var profile = new double[Bins];
        for (var d = 0; d < times.Length; d++)
            if (times[d] > 0)
                for (var i = _start[d]; i < _start[d + 1]; i++) profile[_bin[i]] += (long)times[d] * _count[i];
        return profile;
    }

    /// <summary>Active half-hours on the hours of the week, 168 numbers from Monday 00:00.</summary>
    public double[] Week()
    {
        var week = new double[168];
        for (var d = 0; d < Day.Count; d++)
            for (var i = _start[d]; i < _start[d + 1]; i++) week[LocalClock.WeekdayOf(Day[d]) * 24 + _bin[i] / 2] += _count[i];
        return week;
    }

    /// <summary>Active bins of the day at a position of <see cref="Day"/>, ascending.</summary>
    public ReadOnlySpan<byte> BinsOf(int position) => _bin.AsSpan(_start[position].._start[position + 1]);

    static ActivityDays Pack(Dictionary<int, int[]> days, int messages)
    {
        int[] day = [.. days.Keys.Order()];
        var start = new int[day.Length + 1];
        var bin = new List<byte>();
        var count = new List<int>();
        for (var d = 0; d < day.Length; d++)
        {
            var bins = days[day[d]];
            for (byte b = 0; b < Bins; b++)
            {
                if (bins[b] == 0) continue;
                bin.Add(b);
                count.Add(bins[b]);
            }
            start[d + 1] = bin.Count;
        }
        return new ActivityDays(start, [.. bin], [.. count], day, messages);
    }
}
