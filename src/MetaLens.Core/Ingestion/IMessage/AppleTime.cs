namespace MetaLens.Ingestion.IMessage;

/// <summary>Apple's times: since 2001-01-01 UTC, in nanoseconds, or in seconds before macOS 10.13.</summary>
static class AppleTime
{
    const long EpochMilliseconds = 978_307_200_000;
    const long NanosecondsAbove = 1_000_000_000_000;

    /// <summary>Unix milliseconds; 0 when the time is not set.</summary>
    public static long ToUnixMilliseconds(long time) =>
        time == 0 ? 0 : EpochMilliseconds + (Math.Abs(time) > NanosecondsAbove ? time / 1_000_000 : time * 1000);
}
