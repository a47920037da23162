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
        var real = DayCounts.Of(truth.Full);
        var occurs = new bool[answer.Offset.Length - 1];
        for (var p = 0; p < occurs.Length; p++) occurs[p] = answer.Offset[p + 1] > answer.Offset[p];
        var parties = new PartiesOfActors(truth.Actors, occurs, key);
        var average = AverageDay(real, truth.Actors);
        var egos = Enumerable.Range(0, truth.Actors).Where(a => Enumerable.Range(real.Offset[a], real.Offset[a + 1] - real.Offset[a]).Sum(i => real.Count[i]) >= FewestMessages).ToArray();
        var (scores, chances) = (new double[egos.Length], new double[egos.Length]);
        Parallel.For(0, egos.Length, e =>
        {
            var ego = Days(real, [egos[e]]);
            chances[e] = Likeness(average, ego);
            scores[e] = parties[egos[e]].Count == 0 ? chances[e] : parties.Mean(egos[e], 0, party => Likeness(Days(answer, [party]), ego));
        });
        return new MeanMeasurement(scores, chances);
    }

    static Dictionary<int, double> AverageDay(DayCounts real, int actors)
    {
        var average = new Dictionary<int, double>();
        for (var i = 0; i < real.Day.Length; i++) average[real.Day[i]] = average.GetValueOrDefault(real.Day[i]) + (real.Count[i] / actors);
        return average;
    }

    static Dictionary<int, double> Days(DayCounts counts, int[] parties)
    {
        var days = new Dictionary<int, double>();
        foreach (var party in parties)
            for (var i = counts.Offset[party]; i < counts.Offset[party + 1]; i++) days[counts.Day[i]] = days.GetValueOrDefault(counts.Day[i]) + counts.Count[i];
        return days;
    }

    static double Likeness(Dictionary<int, double> estimated, Dictionary<int, double> real)
    {
        double apart = 0, together = 0;
        foreach (var (day, count) in estimated)
        {
            var other = real.GetValueOrDefault(day);
            apart += Math.Abs(count - other);
            together += count + other;
        }
        foreach (var (day, count) in real)
            if (!estimated.ContainsKey(day)) (apart, together) = (apart + count, together + count);
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
