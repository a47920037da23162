using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Findings;

namespace MetaLens.Reports;

/// <summary>Everything a report says, computed and worded, before a line of it is drawn.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Findings">What the records give away, in the order of the page.</param>
/// <param name="Reach">Who else is in the records.</param>
/// <param name="Exposure">What survives; null for a report without the matrix.</param>
/// <param name="PrimaryLenses">Ids of the lenses shown at first.</param>
/// <param name="Advice">What would help.</param>
/// <param name="Ingestion">What happened while reading.</param>
/// <param name="Provenance">How the report came to be.</param>
public sealed record ReportModel(
    ReportSubject Subject, ImmutableArray<Finding> Findings, Finding Reach, ExposureMatrix? Exposure, ImmutableArray<string> PrimaryLenses,
    ImmutableArray<ProtectionAdvice> Advice, IngestionReport Ingestion, Provenance Provenance)
{
    /// <summary>
    /// The finding that leads the page: the most surprising of those that are at least likely; the first where none is.
    /// </summary>
    public Finding Lead => Findings.Append(Reach).Where(f => f.Certainty >= Certainty.Likely).MaxBy(f => f.Surprise) ?? Findings[0];

    /// <summary>Every picture of the report, in the order of the page.</summary>
    public ImmutableArray<Chart> Pictures => [.. Findings.Append(Reach).SelectMany(f => f.Pictures), .. AdviceCharts.Of(Advice)];

    /// <summary>The report as <c>metalens/report/1</c>: every number shown, by name.</summary>
    public string ToJson() => ReportJson.Write(this);

    /// <summary>Looks at the records and words what they give away. Seconds for a hundred thousand messages; the matrix and the advice come with the input.</summary>
    public static ReportModel From(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var evidence = new Evidence(Lenses.Lens.None.Observe(input.Log, input.Seed), input.TimeZone, input.InventNames ?? input.Log.Owner is null, input.Seed);
        var primary = input.Exposure is null ? [] : input.PrimaryLenses.IsEmpty ? [.. input.Exposure.Lenses.Take(4).Select(l => l.Id)] : input.PrimaryLenses;
        return new ReportModel(ReportSubject.Of(input.Log, evidence),
            [
                ClosestFinding.Of(evidence),
                CirclesFinding.Of(evidence),
                LeadersFinding.Of(evidence),
                DayAndNightFinding.Of(evidence),
                WhereOnEarthFinding.Of(evidence),
                TurningPointsFinding.Of(evidence),
                FoundAgainFinding.Of(evidence),
            ],
            ReachFinding.Of(evidence), input.Exposure, primary, input.Advice, input.Ingestion, input.Provenance);
    }
}
