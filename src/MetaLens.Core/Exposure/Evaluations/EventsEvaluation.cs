using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Events;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Exposure.Evaluations;

/// <summary>When something happened, against dates somebody knows.</summary>
public sealed class EventsEvaluation : IEvaluation
{
    const int ToleranceDays = 2, LeastMessages = 5;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("events",
        "F1 of dated turning points of the labelled people within two days; where the label names another actor, of that tie. Also recall and precision. Every turning point found for these people counts as a guess.", ["actor", "date", "label"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var talk = view.View.Talk;
        var real = view.Named(1).Select(r => (Party: r.Parties[0], Day: DayOf(view, r.Row), Other: OtherIn(view, r))).ToLookup(e => e.Party);
        var found = talk.Count == 0 ? [] : EventFinder.Of(talk, LocalClock.For(talk, DateTimeZone.Utc), LeastMessages, stop: stop);
        var guessed = found.SelectMany(e => e.Other is { } other ? new[] { (e.Party, e.Day, Other: e.Other), (Party: other, e.Day, Other: (PartyId?)e.Party) } : [(e.Party, e.Day, e.Other)]).ToLookup(e => e.Party);
        var people = real.Select(r => r.Key).OrderBy(p => p.Index).ToArray();
        var days = talk.Count == 0 ? 1 : ((talk.SeenAt[^1] - talk.SeenAt[0]) / 86_400_000) + 1;
        var hit = Math.Min(1, ((2 * ToleranceDays) + 1.0) / days);
        double[] part = new double[people.Length], whole = new double[people.Length], chance = new double[people.Length];
        double hits = 0, guesses = 0, events = 0;
        for (var i = 0; i < people.Length; i++)
        {
            var left = guessed[people[i]].OrderBy(g => g.Day).ToList();
            int truths = real[people[i]].Count(), made = left.Count, matched = 0;
            foreach (var (_, day, other) in real[people[i]].OrderBy(r => r.Day))
            {
                var at = left.FindIndex(g => g.Other == other && Math.Abs(g.Day - day) <= ToleranceDays);
                if (at < 0) continue;
                left.RemoveAt(at);
                matched++;
            }
            (part[i], whole[i]) = (2.0 * matched, truths + made);
            // As many random dates, each of the right person or tie.
            chance[i] = 2 * Math.Min(truths, made) * hit;
            (hits, guesses, events) = (hits + matched, guesses + made, events + truths);
        }
        return new Evaluation(MetricEstimate.Of("f1", new RatioMeasurement(part, whole, chance), view.Seed),
            [new("recall", hits / Math.Max(1, events)), new("precision", hits / Math.Max(1, guesses)), new("events", events), new("guesses", guesses)]);
    }

    static int DayOf(LabelledView view, LabelRow row) => LocalDatePattern.Iso.Parse(row.Values[1][..Math.Min(10, row.Values[1].Length)]) is { Success: true, Value: var date }
        ? Period.DaysBetween(new LocalDate(1970, 1, 1), date)
        : throw new FormatException($"{view.Labels.File}:{row.Line}: found date '{row.Values[1]}'; expected one such as 2024-05-31.");

    // A label such as "faded with P12" is about a tie.
    static PartyId? OtherIn(LabelledView view, (LabelRow Row, PartyId[] Parties) row) =>
        row.Row.Values.Count < 3 ? null : row.Row.Values[2].Split(" with ") is [_, var name] && view.PartyOf(name.Trim()) is { } other && other != row.Parties[0] ? other : null;
}
