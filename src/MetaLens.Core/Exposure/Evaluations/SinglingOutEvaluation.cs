using MetaLens.Lenses;
using MetaLens.Lenses.Protections;

namespace MetaLens.Exposure.Evaluations;

/// <summary>
/// Whether a few times at which somebody was active fit one person alone: the singling-out risk of Giomi et al. (2023), <c>doi:10.56553/popets-2023-0055</c>, on the points of de Montjoye et al. (2013), <c>doi:10.1038/srep01376</c>.
/// </summary>
public sealed class SinglingOutEvaluation : IEvaluation
{
    const int Points = 4;
    const long Hour = 3_600_000;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("singling-out",
        "Share of people who alone sent something (received, where no sender is visible) in each of four hours, or steps of the record's clock where those are longer, drawn from what is seen of them. Half of the people, drawn by seed, are asked about; the control is the same hours held against the other half, "
        + "of whom the observer used nothing; the baseline is four hours drawn blindly. Singling-out risk: the first above the second; none where the third does as well.", []);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Nobody is seen in four different hours.</exception>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var talk = view.View.Talk;
        var step = talk.Lens.Protections.OfType<RoundTime>().Select(r => (long)r.Step.TotalMilliseconds).Append(Hour).Max();
        // Both ends of a message share its hour: what people send is their own.
        var sends = talk.Sender.IndexOfAnyExcept(-1) >= 0;
        var random = new Random(view.Seed);
        var actors = Enumerable.Range(0, view.Log.Actors.Count).ToArray();
        random.Shuffle(actors);
        var asked = actors.Take((actors.Length + 1) / 2).ToHashSet();
        var truth = Active(Lens.None.Observe(view.Log).Restrict(ObservationWindow.Communication), step, sends);
        var seen = Active(talk, step, sends).Where(p => p.Value.Count >= Points && view.Key.ActorOf(new PartyId(p.Key)) is { } actor && asked.Contains(actor.Index)).OrderBy(p => p.Key)
            .GroupBy(p => view.Key.ActorOf(new PartyId(p.Key))!.Value.Index).Select(g => g.MaxBy(p => p.Value.Count).Value.Order().ToArray()).ToArray();
        if (seen.Length == 0) throw new ArgumentException($"singling-out: found nobody who is seen in {Points} different hours through {talk.Lens.Id}; expected some.");
        var askedAt = PeopleAt(truth, asked.Contains);
        var othersAt = PeopleAt(truth, actor => !asked.Contains(actor));
        var all = askedAt.Keys.Order().ToArray();
        double[] attack = new double[seen.Length], control = new double[seen.Length], baseline = new double[seen.Length];
        for (var i = 0; i < seen.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle(seen[i]);
            var blind = Enumerable.Range(0, Points).Select(_ => all[random.Next(all.Length)]);
            (attack[i], control[i], baseline[i]) = (IsOne(askedAt, seen[i].Take(Points)), IsOne(othersAt, seen[i].Take(Points)), IsOne(askedAt, blind));
        }
        return new Evaluation(MetricEstimate.Of("singled_out", new MeanMeasurement(attack, [.. attack.Select(_ => baseline.Average())]), view.Seed),
        [
            new("control", control.Average()), new("baseline", baseline.Average()),
            .. RiskValues.Of(RiskEstimate.Of((attack.Sum(), seen.Length), (control.Sum(), seen.Length), (baseline.Sum(), seen.Length))), new("points", Points), new("step_hours", (double)step / Hour),
        ]);
    }

    static SortedDictionary<int, HashSet<long>> Active(Observation seen, long step, bool sends)
    {
        var active = new SortedDictionary<int, HashSet<long>>();
        for (var i = 0; i < seen.Count; i++)
        {
            var cell = Math.DivRem(seen.SeenAt[i], step).Quotient;
            if (sends && seen.Sender[i] >= 0) Add(seen.Sender[i], cell);
            if (sends) continue;
            foreach (var to in seen.RecipientsOf(i)) Add(to, cell);
        }
        return active;

        void Add(int party, long cell)
        {
            if (!active.TryGetValue(party, out var cells)) active[party] = cells = [];
            cells.Add(cell);
        }
    }

    static Dictionary<long, HashSet<int>> PeopleAt(SortedDictionary<int, HashSet<long>> active, Predicate<int> isMeant)
    {
        var people = new Dictionary<long, HashSet<int>>();
        foreach (var (actor, cells) in active)
        {
            if (!isMeant(actor)) continue;
            foreach (var cell in cells)
            {
                if (!people.TryGetValue(cell, out var there)) people[cell] = there = [];
                there.Add(actor);
            }
        }
        return people;
    }

    static double IsOne(Dictionary<long, HashSet<int>> people, IEnumerable<long> cells)
    {
        HashSet<int>? fit = null;
        foreach (var cell in cells)
        {
            if (!people.TryGetValue(cell, out var there)) return 0;
            if (fit is null) fit = [.. there];
            else fit.IntersectWith(there);
        }
        return fit is { Count: 1 } ? 1 : 0;
    }
}
