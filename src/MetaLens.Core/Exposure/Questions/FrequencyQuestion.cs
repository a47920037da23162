using MetaLens.Lenses;
using MetaLens.Lenses.Protections;

namespace MetaLens.Exposure.Questions;

/// <summary>How often, and is it changing?</summary>
public sealed class FrequencyQuestion : Question<DayCounts>
{
    const int FewestMessages = 5;

    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("frequency", "How often, and is it changing?",
        "For each person, 1 − Σ|estimated − true| / Σ(estimated + true) over days, of messages sent and received; mean over people with five messages or more.",
        "The same with every person's days estimated by the average person's.", "people");

    /// <inheritdoc/>
    public override string Stop => "Cover traffic of the order of the real traffic, or hiding both ends.";

    /// <inheritdoc/>
    public override DayCounts Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var step = view.Seen.Lens.Protections.OfType<RoundTime>().Select(r => (int)Math.Ceiling(r.Step.TotalDays)).Append(1).Max();
        var counts = DayCounts.Of(view.Talk, step);
        // Where only one end of each message is shown, the other is taken to be as frequent: people answer about as often as they are written to.
        var receipts = view.Seen.Lens.Protections.Any(p => p is ReceiptsOn);
        var ends = (view.SenderRows > 0 ? 1 : 0) + (view.RecipientRows > 0 ? 1 : 0);
        var factor = (ends == 1 && !receipts ? 2.0 : 1.0) / (receipts && ends == 2 ? 2 : 1);
        // The protections are public: each dummy rate gives every active person so many ends a day, sent and received.
        var dummies = view.Seen.Lens.Protections.OfType<CoverTraffic>().Sum(c => c.RatePerHour) * 24 * ends;
        return counts with { Count = Array.ConvertAll(counts.Count, c => Math.Max(0, c - dummies) * factor) };
    }

    /// <inheritdoc/>
    public override Measurement Score(DayCounts answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var real = truth.Days;
        var occurs = new bool[answer.Offset.Length - 1];
        for (var p = 0; p < occurs.Length; p++) occurs[p] = answer.Offset[p + 1] > answer.Offset[p];
        var parties = new PartiesOfActors(truth.Actors, occurs, key);
        var average = AverageDay(real, truth.Actors);
        var egos = Enumerable.Range(0, truth.Actors).Where(a => Sum(real.CountsOf(a)) >= FewestMessages).ToArray();
        var (scores, chances) = (new double[egos.Length], new double[egos.Length]);
        Parallel.For(0, egos.Length, e =>
        {
            var ego = egos[e];
            chances[e] = Likeness(average.Day, average.Count, real, ego);
            scores[e] = parties[ego].Count == 0 ? chances[e] : parties.Mean(ego, 0, party => Likeness(answer.DaysOf(party), answer.CountsOf(party), real, ego));
        });
        return new MeanMeasurement(scores, chances);
    }

    static double Sum(ReadOnlySpan<double> counts)
    {
        var sum = 0.0;
        foreach (var count in counts) sum += count;
        return sum;
    }

    static (int[] Day, double[] Count) AverageDay(DayCounts real, int actors)
    {
        var average = new Dictionary<int, double>();
        for (var i = 0; i < real.Day.Length; i++) average[real.Day[i]] = average.GetValueOrDefault(real.Day[i]) + (real.Count[i] / actors);
        return ([.. average.Keys], [.. average.Values]);
    }

    static double Likeness(ReadOnlySpan<int> estimatedDays, ReadOnlySpan<double> estimated, DayCounts real, int ego)
    {
        var days = real.DaysOf(ego);
        var counts = real.CountsOf(ego);
        double apart = 0, together = 0;
        var found = 0;
        for (var i = 0; i < estimated.Length; i++)
        {
            var at = days.BinarySearch(estimatedDays[i]);
            if (at >= 0) found++;
            var count = at >= 0 ? counts[at] : 0;
            apart += Math.Abs(estimated[i] - count);
            together += estimated[i] + count;
        }
        // The average person's days are everybody's, in the order in which they were met; all others' are in order of time.
        if (found < days.Length)
            for (var i = 0; i < days.Length; i++)
                if (estimatedDays.BinarySearch(days[i]) < 0) (apart, together) = (apart + counts[i], together + counts[i]);
        return together == 0 ? 0 : 1 - (apart / together);
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"For {Number(estimate.Subjects)} people, the number of messages on each day is known to {Percent(estimate.Score)} (assuming everybody is average: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody." : view.AllVisible ? "Messages are counted, day by day." : "The visible ends are counted, day by day; the hidden ones are taken to be as many.";
    }
}
