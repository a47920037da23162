using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Exposure.Questions;

/// <summary>When are they awake?</summary>
public sealed class RhythmQuestion : Question<IReadOnlyDictionary<int, double>>
{
    const int FewestMessages = 20;
    const double HitHours = 1;

    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("rhythm", "When are they awake?",
        "The share of people whose quietest six hours of the day are placed within an hour (circular) of where the full records place them; people who sent 20 messages or more.",
        "The share hit by the population's own quiet hours.", "people");

    /// <inheritdoc/>
    public override string Stop => "Times kept to the day only, or delays of many hours; hiding names and content does not help.";

    /// <inheritdoc/>
    public override IReadOnlyDictionary<int, double> Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        // Relative times have no hours of the day, but their days are as long; the middles are then comparable among themselves.
        return QuietWindowFinder.OfParties(view.Talk, LocalClock.For(view.Talk, DateTimeZone.Utc), leastMessages: 1).ToDictionary(w => w.Key, w => w.Value.MidHour);
    }

    /// <inheritdoc/>
    public override Measurement Score(IReadOnlyDictionary<int, double> answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var sent = new int[truth.Actors];
        foreach (var s in truth.Full.Sender) sent[s]++;
        var real = truth.AnswerOf(this);
        var egos = real.Keys.Where(a => sent[a] >= FewestMessages).Order().ToArray();
        if (egos.Length == 0) return Measurement.None("nobody sent 20 messages");
        var population = QuietWindowFinder.Find(ActivityDays.OfPopulation(truth.Full, LocalClock.For(truth.Full, DateTimeZone.Utc)), [], 0, draws: 0)!.MidHour;
        var occurs = new bool[answer.Count == 0 ? 0 : answer.Keys.Max() + 1];
        foreach (var p in answer.Keys) occurs[p] = true;
        var parties = new PartiesOfActors(truth.Actors, occurs, key);
        var chances = Array.ConvertAll(egos, a => Hit(population, real[a]));
        var scores = egos.Select((a, i) => parties.Mean(a, chances[i], p => Hit(answer[p], real[a]))).ToArray();
        return new MeanMeasurement(scores, chances);
    }

    static double Hit(double guessed, double real)
    {
        var apart = Math.Abs(guessed - real) % 24;
        return Math.Min(apart, 24 - apart) <= HitHours + 1e-9 ? 1 : 0;
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"Of {Number(estimate.Subjects)} people, this observer would place the night of {Number(estimate.Score * estimate.Subjects)} within an hour ({Percent(estimate.Score)}; assuming everybody's: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody."
            : view.SenderRows > 0 ? "The six hours of the day in which somebody sends least." : "The six hours of the day in which somebody receives least; people are written to when they are awake.";
    }
}
