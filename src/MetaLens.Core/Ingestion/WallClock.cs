using NodaTime;

namespace MetaLens.Ingestion;

/// <summary>
/// Turns wall-clock readings into Unix milliseconds: through a zone where it is known, else as if they were UTC. Fed in the order of a log, it tells the two
/// passes through the hour that comes twice when clocks go back: once the first pass would make time run backwards, the second is meant.
/// </summary>
/// <param name="zone">The zone; null = unknown.</param>
sealed class WallClock(DateTimeZone? zone)
{
    long _last = long.MinValue;

    /// <summary>What the milliseconds are measured against.</summary>
    public TimeBasis Basis => zone is null ? TimeBasis.LocalUnknown : TimeBasis.Utc;

    /// <summary>Reads one time of a log whose times do not run backwards but for small disorder.</summary>
    public long Next(LocalDateTime local)
    {
        var milliseconds = Read(local);
        if (zone is not null && milliseconds < _last && zone.MapLocal(local) is { Count: 2 } twice) milliseconds = twice.Last().ToInstant().ToUnixTimeMilliseconds();
        return _last = milliseconds;
    }

    /// <summary>Reads one time on its own: an hour that comes twice is taken the first time, one that does not come at all is moved forward by the gap.</summary>
    public long Read(LocalDateTime local) =>
        (zone is null ? local.InUtc().ToInstant() : zone.AtLeniently(local).ToInstant()).ToUnixTimeMilliseconds();
}
