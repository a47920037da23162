using System.Globalization;
using NodaTime;

namespace MetaLens.Cli.Output;

/// <summary>Times in words of a log's time basis.</summary>
static class TimeText
{
    /// <summary>ISO 8601 UTC with milliseconds.</summary>
    public static string Iso(long milliseconds) =>
        Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>For people: an instant, a wall-clock reading, or time since the start.</summary>
    public static string ForPeople(long milliseconds, TimeBasis basis) => basis switch
    {
        TimeBasis.Relative => $"day {milliseconds / 86_400_000}, {TimeSpan.FromMilliseconds(milliseconds % 86_400_000):hh\\:mm\\:ss}",
        TimeBasis.LocalUnknown => Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " local",
        _ => Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC",
    };

    /// <summary>The basis as in JSON.</summary>
    public static string Name(TimeBasis basis) => basis switch
    {
        TimeBasis.Relative => "relative",
        TimeBasis.LocalUnknown => "local-unknown",
        _ => "utc",
    };
}
