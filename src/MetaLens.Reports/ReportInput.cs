using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Publication;
using NodaTime;

namespace MetaLens.Reports;

/// <summary>What a report is made of.</summary>
/// <param name="Log">The records.</param>
/// <param name="Ingestion">What happened while reading them.</param>
/// <param name="Provenance">How the report came to be.</param>
public sealed record ReportInput(MessageLog Log, IngestionReport Ingestion, Provenance Provenance)
{
    /// <summary>What survives through which lens; null leaves the matrix out.</summary>
    public ExposureMatrix? Exposure { get; init; }

    /// <summary>What survives where records are kept for less long, measured through <see cref="Reports.Retention.Lenses"/>; null leaves the questions of that section out.</summary>
    public ExposureMatrix? Retention { get; init; }

    /// <summary>The lenses shown at first, by id; empty = the first four of the matrix.</summary>
    public ImmutableArray<string> PrimaryLenses { get; init; } = [];

    /// <summary>What would help, best first; empty leaves the section out.</summary>
    public ImmutableArray<ProtectionAdvice> Advice { get; init; } = [];

    /// <summary>The zone of the people in the records; null = the offset that the records suggest. Used only where times are true instants.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>Whether people go by invented names; null = exactly when the report is not for the owner of an export.</summary>
    public bool? InventNames { get; init; }

    /// <summary>The records made coarse for a report that may be published; null for one that is not.</summary>
    public PublishedRecords? Published { get; init; }

    /// <summary>The language of the report.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; }
}
