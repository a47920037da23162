namespace MetaLens.Analyzers.Calendars;

/// <summary>The hours called night, in local time. May wrap around midnight.</summary>
/// <param name="StartHour">First hour, 0 … 23.</param>
/// <param name="EndHour">Hour at which the night ends, 0 … 23, not equal to the start.</param>
public sealed record NightHours(int StartHour, int EndHour)
{
    const long HourMs = 3_600_000;

    /// <summary>First hour, 0 … 23.</summary>
    public int StartHour { get; } = StartHour is >= 0 and < 24 ? StartHour : throw new ArgumentOutOfRangeException(nameof(StartHour), StartHour, "An hour is 0 … 23.");

    /// <summary>Hour at which the night ends, 0 … 23.</summary>
    public int EndHour { get; } = EndHour is >= 0 and < 24 && EndHour != StartHour
        ? EndHour : throw new ArgumentOutOfRangeException(nameof(EndHour), EndHour, "An hour is 0 … 23 and not the start.");

    /// <summary>22:00–06:00: when most people of most populations are asleep or at home. The indicators keep bandicoot's own 19:00–07:00.</summary>
    public static NightHours Sleeping { get; } = new(22, 6);

    /// <summary>Whether a local time is at night; the start belongs to the night, the end does not.</summary>
    public bool Contains(long local)
    {
        var t = LocalClock.TimeOfDay(local);
        return StartHour < EndHour ? t >= StartHour * HourMs && t < EndHour * HourMs : t >= StartHour * HourMs || t < EndHour * HourMs;
    }
}
