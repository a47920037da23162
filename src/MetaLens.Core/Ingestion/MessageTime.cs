namespace MetaLens.Ingestion;

/// <summary>Which instants a message may have.</summary>
static class MessageTime
{
    const long Last = 7_258_118_400_000; // 2200-01-01

    /// <summary>Whether an instant lies after the start of 1970 and before 2200; the start itself is what a missing time reads as.</summary>
    public static bool Holds(long milliseconds) => milliseconds is > 0 and < Last;
}
