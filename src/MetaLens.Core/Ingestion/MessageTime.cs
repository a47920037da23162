using NodaTime;

namespace MetaLens.Ingestion;

/// <summary>Which instants a message may have, and what wall-clock times become.</summary>
static class MessageTime
{
    const long Last = 7_258_118_400_000; // 2200-01-01

    /// <summary>Whether an instant lies after the start of 1970 and before 2200; the start itself is what a missing time reads as.</summary>
    public static bool Holds(long milliseconds) => milliseconds is > 0 and < Last;

    /// <summary>Unix milliseconds of a wall-clock reading: in the caller's zone, leniently across changes of the clock; stored as if UTC where the zone is not known.</summary>
    public static long OfLocal(LocalDateTime local, ReadOptions options) =>
        (options.TimeZone is { } zone ? zone.AtLeniently(local).ToInstant() : local.InUtc().ToInstant()).ToUnixTimeMilliseconds();

    /// <summary>What wall-clock times without a zone are measured against.</summary>
    public static TimeBasis BasisOfLocal(ReadOptions options) => options.TimeZone is null ? TimeBasis.LocalUnknown : TimeBasis.Utc;
}
