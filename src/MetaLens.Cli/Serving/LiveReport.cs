using MetaLens.Exposure;
using MetaLens.Messages;
using MetaLens.Reports;
using MetaLens.Reports.Live;

namespace MetaLens.Cli.Serving;

/// <summary>A report that is there, and the records to measure anew.</summary>
/// <param name="Model">The report.</param>
/// <param name="Measured">The records that exposure is measured on.</param>
/// <param name="Html">The report as a page.</param>
sealed record LiveReport(ReportModel Model, MessageLog Measured, string Html)
{
    /// <summary>Measures the reader's own column.</summary>
    /// <param name="observer">Id of the column that it builds on.</param>
    /// <param name="protections">What is added, as typed.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="FormatException">That is no list of protections.</exception>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public async Task<OwnLensAnswer> AnswerAsync(string observer, string protections, CancellationToken stop)
    {
        var from = Model.Exposure!.Lenses.FirstOrDefault(l => l.Id == observer) ?? throw new ArgumentException($"The report has no column '{observer}'.");
        var own = OwnLens.Of(from, protections, Model.Language);
        var measured = await Task.Run(() => ExposureAnalysis.Measure(Measured, [own], Model.Provenance.Seed, progress: null, stop), stop);
        return await LiveRenderer.AnswerAsync(Model, Measured, own, from, measured);
    }
}
