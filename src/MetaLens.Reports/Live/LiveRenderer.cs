using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Pages;
using MetaLens.Reports.Sights;

namespace MetaLens.Reports.Live;

/// <summary>Draws the pages of the live view: the one that takes an export, and the report with dials, of the same components as the file.</summary>
public static class LiveRenderer
{
    /// <summary>What the pages may load: their own style and scripts, and talk to where they came from.</summary>
    public static string Policy => PageAssets.LivePolicy;

    /// <summary>The page that takes an export.</summary>
    /// <param name="mostBytes">Largest upload that is taken.</param>
    /// <param name="language">The language of the page.</param>
    public static Task<string> DropPageAsync(long mostBytes, Language language) =>
        ReportRenderer.Using(async draw => "<!DOCTYPE html>\n" + await draw(typeof(DropPage), new() { [nameof(DropPage.MostBytes)] = mostBytes, [nameof(DropPage.Language)] = language }) + "\n");

    /// <summary>The report with dials; its matrix has the column <see cref="OwnLens.Id"/>.</summary>
    public static Task<string> ReportAsync(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ReportRenderer.Using(async draw => "<!DOCTYPE html>\n" + await draw(typeof(ReportPage), new() { [nameof(ReportPage.Model)] = WithOwnLens(model), [nameof(ReportPage.Live)] = true }) + "\n");
    }

    /// <summary>The reader's own column after a dial was turned.</summary>
    /// <param name="model">The report.</param>
    /// <param name="log">The records it was measured on.</param>
    /// <param name="own">The reader's lens.</param>
    /// <param name="observer">The lens it was built on.</param>
    /// <param name="measured">What was measured through <paramref name="own"/>.</param>
    public static Task<OwnLensAnswer> AnswerAsync(ReportModel model, MessageLog log, Lens own, Lens observer, ExposureMatrix measured)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(measured);
        var language = model.Language;
        own = Translation.Of(own, language);
        measured = Translation.Of(measured, language);
        var sight = measured.Cells.Any(c => c.Exposure is null) ? LensSight.Of(own, log, model.Provenance.Seed) : null;
        Sight? SightOf(ExposureCell cell) => cell.Exposure is null && (cell.Subjects > 0 || cell.Question != "kind") ? sight?[cell.Question] : null;
        return ReportRenderer.Using(async draw =>
        {
            var html = ImmutableDictionary.CreateBuilder<string, string>();
            foreach (var question in measured.Questions)
            {
                var cell = measured[question.Id, own.Id];
                html[question.Id] = await draw(typeof(MatrixCell), new() { [nameof(MatrixCell.Cell)] = cell, [nameof(MatrixCell.Lens)] = own, [nameof(MatrixCell.Language)] = language, [nameof(MatrixCell.Subject)] = question.Subject, [nameof(MatrixCell.Sight)] = SightOf(cell) });
            }
            return new OwnLensAnswer(Words(model, log, own, observer, measured), html.ToImmutable(),
                measured.Cells.ToImmutableDictionary(c => c.Question, c => c.Exposure is { } exposure ? $"{language.Translate(c.Word)} · {language.Figures.WholePercent(exposure)}" : SightOf(c)?.Word(language) ?? language["finding.not-measured"]));
        });
    }

    static string Words(ReportModel model, MessageLog log, Lens own, Lens observer, ExposureMatrix measured)
    {
        var language = model.Language;
        var now = OwnLens.Mean(model.Exposure!.Cells.Where(c => c.Lens == observer.Id));
        var then = OwnLens.Mean(measured.Cells);
        if (own.Protections.Length == observer.Protections.Length) return double.IsNaN(now) ? language["dials.none"] : language.Say("dials.none.left", ("now", now));
        var cost = own.Protections[observer.Protections.Length..].Aggregate(ProtectionCost.None, (sum, p) => sum.Plus(p.Cost(log)));
        var bytes = 0L;
        foreach (var size in log.Size) bytes += Math.Max(0, size);
        var share = bytes > 0 ? cost.ExtraBytes / bytes : log.Count > 0 ? cost.ExtraMessages / log.Count : 0;
        var price = AdviceCharts.Cost(new ProtectionAdvice(own.Name, now, then, cost.MeanDelay.TotalSeconds, Math.Max(0, share), false), language);
        return double.IsNaN(now) || double.IsNaN(then)
            ? language.Say("dials.few", ("cost", price))
            : language.Say("dials.answer", ("now", now), ("then", then), ("cost", price));
    }

    static ReportModel WithOwnLens(ReportModel model) => model.Exposure is not { } matrix ? model : model with
    {
        Exposure = OwnLens.AddTo(matrix, Start(matrix), model.Language),
        PrimaryLenses = [.. model.PrimaryLenses, OwnLens.Id],
        Sights = [.. model.Sights, .. model.Sights.Where(s => s.Lens == Start(matrix)).Select(s => s with { Lens = OwnLens.Id })],
    };

    /// <summary>The lens that the dials begin with: the second column, encryption and nothing more; the first of one.</summary>
    internal static string Start(ExposureMatrix matrix) => matrix.Lenses[Math.Min(1, matrix.Lenses.Length - 1)].Id;
}
