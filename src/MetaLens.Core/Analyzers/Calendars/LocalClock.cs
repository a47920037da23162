using System.Runtime.CompilerServices;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Calendars;

/// <summary>
/// Wall-clock time for an observation: turns its instants into local milliseconds (Unix milliseconds of the wall clock read as if it were UTC). Times that are wall-clock
/// already, or count from an unnamed start, pass through unchanged. Every cut by hour, day, night or weekend goes through here, so that all cut alike.
/// </summary>
public sealed class LocalClock
{
    const long HourMs = 3_600_000, DayMs = 24 * HourMs;

    // Starts of the zone's intervals inside the observation (Unix ms, the first at MinValue) and their offsets.
    readonly long[] _from, _offset;

    LocalClock(long[] from, long[] offset, string name, bool knowsTimeOfDay)
    {
        _from = from;
        _offset = offset;
        Name = name;
        KnowsTimeOfDay = knowsTimeOfDay;
    }

    /// <summary>The zone in words: an IANA name, an offset, "local" for wall-clock times, "unknown" for relative ones.</summary>
    public string Name { get; }

    /// <summary>Whether hours and weekdays mean anything.</summary>
    public bool KnowsTimeOfDay { get; }

    /// <summary>The clock of a zone over the span of an observation. O(zone changes in the span).</summary>
    /// <param name="seen">The observation; its time basis decides whether the zone is used at all.</param>
    /// <param name="zone">The zone of its people; ignored where times are not instants.</param>
    public static LocalClock For(Observation seen, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(zone);
        if (!seen.KnowsInstants || seen.Count == 0)
            return new LocalClock([long.MinValue], [0], seen.KnowsTimeOfDay ? "local" : "unknown", seen.KnowsTimeOfDay);
        var from = new List<long>();
        var offset = new List<long>();
        var intervals = zone.GetZoneIntervals(Instant.FromUnixTimeMilliseconds(seen.SeenAt[0]), Instant.FromUnixTimeMilliseconds(seen.SeenAt[^1] + 1));
        foreach (var interval in intervals)
        {
            from.Add(from.Count == 0 ? long.MinValue : interval.Start.ToUnixTimeMilliseconds());
            offset.Add(interval.WallOffset.Milliseconds);
        }
        return new LocalClock([.. from], [.. offset], zone.Id, true);
    }

    /// <summary>The wall-clock time of an instant, as Unix milliseconds of the same digits in UTC. O(log changes).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ToLocal(long instant) => _from.Length == 1 ? instant + _offset[0] : ToLocalAmongSeveral(instant);

    long ToLocalAmongSeveral(long instant)
    {
        var at = Array.BinarySearch(_from, instant);
        return instant + _offset[at >= 0 ? at : ~at - 1];
    }

    /// <summary>Hour 0 … 23 of a local time.</summary>
    public static int HourOf(long local) => (int)(FloorMod(local, DayMs) / HourMs);

    /// <summary>Milliseconds since local midnight.</summary>
    public static long TimeOfDay(long local) => FloorMod(local, DayMs);

    /// <summary>Milliseconds since midnight of a day that is known already.</summary>
    public static long TimeOfDay(long local, int day) => local - day * DayMs;

    /// <summary>Days since 1970-01-01 of a local time; earlier days are negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DayOf(long local) => (int)(local >= 0 ? local / DayMs : (local + 1) / DayMs - 1);

    /// <summary>Weekday 0 … 6 of a day since 1970-01-01 (a Thursday); 0 = Monday, 5 and 6 = weekend.</summary>
    public static int WeekdayOf(int day) => (int)FloorMod(day + 3L, 7);

    /// <summary>Whether a local time falls on Saturday or Sunday.</summary>
    public static bool IsWeekend(long local) => WeekdayOf(DayOf(local)) >= 5;

    static long FloorMod(long a, long b)
    {
        var rest = a % b;
        return rest < 0 ? rest + b : rest;
    }
}
