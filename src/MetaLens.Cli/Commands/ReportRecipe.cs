using System.Collections.Immutable;
using System.Reflection;
using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Publication;
using NodaTime;

namespace MetaLens.Cli.Commands;

/// <summary>What a report is to look at; the same for the file and for the live page.</summary>
/// <param name="Lenses">The columns of the matrix.</param>
/// <param name="Seed">Seed of everything random.</param>
sealed record ReportRecipe(IReadOnlyList<Lens> Lenses, int Seed)
{
    /// <summary>Advice measures a dozen more lenses; above so many messages it is made only when asked for.</summary>
    public const int AdviceUpTo = 20_000;

    /// <summary>Shorter memories are up to four lenses more; above so many messages they are left out.</summary>
    public const int RetentionUpTo = 100_000;

    // A mean over fewer questions would say more about what could be measured than about what helps.
    const int FewestQuestions = 5;

    /// <summary>Measure advice on large logs too.</summary>
    public bool AlwaysAdvice { get; init; }

    /// <summary>The zone of the people in the records.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>See <see cref="ReportInput.InventNames"/>.</summary>
    public bool? InventNames { get; init; }

    /// <summary>The language of the report.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The version that stands in reports.</summary>
    public static string Version => typeof(ReportRecipe).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Makes the report.</summary>
    /// <param name="log">The records.</param>
    /// <param name="measured">Those of them that exposure is measured on.</param>
    /// <param name="ingestion">What happened while reading.</param>
    /// <param name="provenance">Where they come from.</param>
    /// <param name="published">The records made coarse; null = not for publication.</param>
    /// <param name="progress">Told what is being done and the share of it done, 0 … 1.</param>
    /// <param name="stop">Stops it.</param>
    public ReportModel Make(
        MessageLog log, MessageLog measured, IngestionReport ingestion, Provenance provenance, PublishedRecords? published, IProgress<(string Step, double? Share)>? progress, CancellationToken stop)
    {
        var matrix = ExposureAnalysis.Measure(measured, Lenses, Seed, Share(Language["progress.survives"]), stop);
        var kept = published is null && log.Count <= RetentionUpTo ? Retention.Lenses(Lenses[Math.Min(1, Lenses.Count - 1)], log) : [];
        var retention = kept.Length < 2 ? null : ExposureAnalysis.Measure(measured, kept, Seed, Share(Language["progress.retention"]), stop);
        var questions = matrix.Cells.Count(c => c.Lens == matrix.Lenses[0].Id && c.Exposure is not null);
        var advice = questions >= FewestQuestions && (log.Count <= AdviceUpTo || AlwaysAdvice) ? Advice() : [];
        progress?.Report((Language["progress.people"], null));
        stop.ThrowIfCancellationRequested();
        return ReportModel.From(new ReportInput(log, ingestion, provenance)
        {
            Exposure = matrix,
            Retention = retention,
            Advice = advice,
            TimeZone = TimeZone,
            Published = published,
            InventNames = InventNames,
            Language = Language,
            Seed = Seed,
        });

        ImmutableArray<ProtectionAdvice> Advice()
        {
            var (now, tried) = ProtectionAdviser.Advise(measured, LensCatalog.Find("instagram-e2ee-optin"), Seed, Share(Language["progress.help"]), stop);
            return [.. tried.Select(a => new ProtectionAdvice(a.Name, now, a.MeanExposure, a.Cost.MeanDelay.TotalSeconds, a.ExtraBytesShare, a.OnFrontier))];
        }

        Progress? Share(string step) => progress is null ? null : new Progress(step, progress);
    }

    sealed class Progress(string step, IProgress<(string Step, double? Share)> all) : IProgress<double>
    {
        public void Report(double value) => all.Report((step, value));
    }
}
