using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Exposure;

/// <summary>Fills the exposure matrix: looks through each lens, asks each question, scores each answer.</summary>
public static class ExposureAnalysis
{
    /// <summary>Measures a log through lenses. The same input and seed give the same matrix, whatever the number of threads.</summary>
    /// <param name="log">The truth.</param>
    /// <param name="lenses">The columns.</param>
    /// <param name="seed">Seed of the protections, the inferences and the intervals.</param>
    /// <param name="progress">Told the share done, 0 … 1.</param>
    /// <param name="stop">Stops it.</param>
    public static ExposureMatrix Measure(MessageLog log, IReadOnlyList<Lens> lenses, int seed = 0, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(lenses);
        var truth = new Truth(log, seed, stop);
        var questions = QuestionCatalog.All;
        // A lens that shows everything but words and kinds leaves the answers of the full records, and they are made and held against themselves once.
        var full = questions.ToDictionary(q => q, q => new Lazy<Outcome>(() => Outcome.Of(q, truth.View, truth.Key, truth, seed, stop)));
        var cells = new ExposureCell[questions.Count, lenses.Count];
        var done = 0;
        Parallel.For(0, lenses.Count, new ParallelOptions { CancellationToken = stop }, l =>
        {
            // Lenses differ in what they show, not in chance: every one has the same seed, so that protections add up instead of drawing anew.
            var seen = lenses[l].Observe(log, seed, out var key);
            var view = new LensView(seen, truth.HalfTime, seed, stop);
            var isFull = key.PartiesAreActors && view.ShowsTheSameAs(truth.View);
            for (var q = 0; q < questions.Count; q++)
            {
                stop.ThrowIfCancellationRequested();
                var outcome = isFull && !questions[q].IsAboutContent ? full[questions[q]].Value : Outcome.Of(questions[q], view, key, truth, seed, stop);
                cells[q, l] = Cell(questions[q], lenses[l], view, outcome);
                progress?.Report((double)Interlocked.Increment(ref done) / cells.Length);
            }
        });
        return new ExposureMatrix([.. lenses], [.. questions.Select(q => q.Card)], [.. cells.Cast<ExposureCell>()]) { Messages = log.Count };
    }

    static ExposureCell Cell(IQuestion question, Lens lens, LensView view, Outcome outcome) => outcome.Estimate is { } estimate
        ? new ExposureCell(question.Card.Id, lens.Id, estimate.Score, estimate.Chance, estimate.Exposure, estimate.Low, estimate.High, estimate.Subjects,
            question.Sentence(estimate), question.Method(view), question.Stop, null)
        : new ExposureCell(question.Card.Id, lens.Id, null, null, null, null, null, outcome.Measurement.Subjects, $"No number: {outcome.Measurement.Reason}.", question.Method(view), question.Stop, outcome.Measurement.Reason);

    sealed record Outcome(Measurement Measurement, Estimate? Estimate)
    {
        public static Outcome Of(IQuestion question, LensView view, AnswerKey key, Truth truth, int seed, CancellationToken stop)
        {
            var measurement = question.Ask(view, key, truth, stop);
            return new Outcome(measurement, measurement.Reason is null ? Estimate.Of(measurement, seed, stop) : null);
        }
    }
}
