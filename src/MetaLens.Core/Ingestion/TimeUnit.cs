namespace MetaLens.Ingestion;

/// <summary>Unit of a numeric time.</summary>
public enum TimeUnit
{
    /// <summary>Seconds, with or without decimals.</summary>
    Seconds,
    /// <summary>Milliseconds.</summary>
    Milliseconds,
    /// <summary>Microseconds.</summary>
    Microseconds,
}
