using NodaTime;

namespace MetaLens.Ingestion;

/// <summary>What the caller knows that the files do not say.</summary>
public sealed record ReadOptions
{
    /// <summary>The owner's names, numbers and addresses, where an export does not say.</summary>
    public IReadOnlyList<string> Me { get; init; } = [];

    /// <summary>The zone of wall-clock times without one; null = unknown, kept as <see cref="TimeBasis.LocalUnknown"/>.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>Which column is which in a delimited text; null = by header names.</summary>
    public ColumnMapping? Columns { get; init; }

    /// <summary>The delimited text has no header row.</summary>
    public bool NoHeader { get; init; }

    /// <summary>The delimiter; null = found out.</summary>
    public string? Delimiter { get; init; }

    /// <summary>A .NET custom format for times; null = found out.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Unit of numeric times; null = by their size.</summary>
    public TimeUnit? TimeUnit { get; init; }

    /// <summary>Numeric times count from an unnamed start. Found out when all are below 10^8 s (before March 1973).</summary>
    public bool RelativeTime { get; init; }

    /// <summary>Order of day, month and year in numeric dates; null = found out over the whole file.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>Messages before this instant are left out (Unix milliseconds).</summary>
    public long? From { get; init; }

    /// <summary>Messages at or after this instant are left out (Unix milliseconds).</summary>
    public long? To { get; init; }

    /// <summary>Stop at the first bad record.</summary>
    public bool Strict { get; init; }

    /// <summary>Let messages about bad records show what was found. Off, because it is people's data.</summary>
    public bool ShowValues { get; init; }

    /// <summary>Handles of one person: alias → name to use.</summary>
    public IReadOnlyDictionary<string, string> SameAs { get; init; } = new Dictionary<string, string>();

    /// <summary>Threads at most, 1 or more; what is read does not depend on it. Default: as many as there are processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Read tables row by row, without the byte scanner: slower, the same result; for checking the one against the other.</summary>
    public bool RowByRow { get; init; }

    /// <summary>How much of an archive is believed.</summary>
    public ArchiveLimits ArchiveLimits { get; init; } = new();
}
