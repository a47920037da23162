using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Events;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Exposure.Questions;

/// <summary>When did something happen?</summary>
public sealed class EventsQuestion : Question<IReadOnlyList<DatedEvent>>
{
    const int FewestMessages = 20;
    const int FewestEvents = 5;
    const int ToleranceDays = 2;

    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("events", "When did something happen?",
        "F1 of dated turning points (began, grew, faded, fell silent, hours moved; of a person and of its ties) within two days of those that the full records give; people with five or more.",
        "F1 of as many random dates.", "people");

    /// <inheritdoc/>
    public override string Stop => "Cover traffic that hides changes of volume; delays and coarse times only blur the date.";

    /// <inheritdoc/>
    public override IReadOnlyList<DatedEvent> Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Talk.Count == 0 ? [] : EventFinder.Of(view.Talk, LocalClock.For(view.Talk, DateTimeZone.Utc), FewestMessages, stop: stop);
    }

    /// <inheritdoc/>
    protected override string? WhyNot(Truth truth)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return ByActor(truth.AnswerOf(this), p => p.Index).Values.Any(e => e.Count >= FewestEvents) ? null : $"nobody has {FewestEvents} turning points";
    }

    /// <inheritdoc/>
    public override Measurement Score(IReadOnlyList<DatedEvent> answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var real = ByActor(truth.AnswerOf(this), p => p.Index);
        var guessed = ByActor(answer, p => key.ActorOf(p)?.Index ?? -1);
        var people = real.Where(r => r.Value.Count >= FewestEvents).Select(r => r.Key).Order().ToArray();
        if (WhyNot(truth) is { } reason) return Measurement.None(reason);
        var days = ((double)(truth.Full.SeenAt[^1] - truth.Full.SeenAt[0]) / 86_400_000) + 1;
        var hit = Math.Min(1, ((2 * ToleranceDays) + 1) / days);
        var chances = Array.ConvertAll(people, a => real[a].CountBy(e => e.Other).Sum(s => s.Value * (1 - Math.Pow(1 - hit, s.Value))) / real[a].Count);
        var scores = Array.ConvertAll(people, a => F1(real[a], guessed.GetValueOrDefault(a) ?? []));
        // Whoever gives no date at all is no worse than one who guesses.
        for (var i = 0; i < people.Length; i++)
            if (!guessed.ContainsKey(people[i])) scores[i] = chances[i];
        return new MeanMeasurement(scores, chances);
    }

    static Dictionary<int, List<(int Other, int Day)>> ByActor(IReadOnlyList<DatedEvent> events, Func<PartyId, int> actorOf)
    {
        var byActor = new Dictionary<int, List<(int, int)>>();
        foreach (var e in events)
        {
            var (actor, other) = (actorOf(e.Party), e.Other is { } o ? actorOf(o) : -1);
            if (actor < 0 || (e.Other is not null && other < 0)) continue;
            Add(actor, other, e.Day);
            if (e.Other is not null) Add(other, actor, e.Day);
        }
        return byActor;

        void Add(int actor, int other, int day)
        {
            if (!byActor.TryGetValue(actor, out var list)) byActor[actor] = list = [];
            list.Add((other, day));
        }
    }

    // Each date is matched once, the nearest first in order of time.
    static double F1(List<(int Other, int Day)> real, List<(int Other, int Day)> guessed)
    {
        var left = guessed.OrderBy(g => g.Day).ToList();
        var matched = 0;
        foreach (var (other, day) in real.OrderBy(r => r.Day))
        {
            var at = left.FindIndex(g => g.Other == other && Math.Abs(g.Day - day) <= ToleranceDays);
            if (at < 0) continue;
            left.RemoveAt(at);
            matched++;
        }
        return 2.0 * matched / (real.Count + guessed.Count);
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"Turning points in the lives of {Number(estimate.Subjects)} people are dated to within two days with an F1 of {Percent(estimate.Score)} (random dates: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody." : "Days on which the number of messages changes for good (change points of a Poisson rate), for each person and each visible tie.";
    }
}
