using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>Is this the same person after the identifier changed?</summary>
public sealed class IdentityQuestion : Question<IReadOnlyDictionary<int, int>>
{
    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("identity", "Is this the same person after the identifier changed?",
        "The log is cut in two halves; the share of people of the second half who are found again in the first, at the first guess.", "1 / people of the first half.", "people");

    /// <inheritdoc/>
    public override string Stop => "New identifiers often, for everybody at once, and nothing else that stays: not the rhythm, not the circle of contacts.";

    /// <summary>For each party of the second half, the one of the first half that it most likely is.</summary>
    public override IReadOnlyDictionary<int, int> Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var earlier = view.Talk.Restrict(ObservationWindow.Communication with { To = view.HalfTime });
        var later = view.Talk.Restrict(ObservationWindow.Communication with { From = view.HalfTime });
        var before = PartiesIn(earlier);
        var after = PartiesIn(later);
        // Whoever keeps an identifier is found by it; only the others must be recognised.
        var found = after.Where(before.Contains).ToDictionary(p => p, p => p);
        if (!view.Rotates || before.Count == 0 || after.Count == 0) return found;
        foreach (var ranking in PartyLinking.Rank(earlier, later, new PartyLinkingOptions { Candidates = 1 }, stop))
            if (ranking.Candidates.Length > 0) found.TryAdd(ranking.Later.Index, ranking.Candidates[0].Earlier.Index);
        return found;
    }

    /// <inheritdoc/>
    public override Measurement Score(IReadOnlyDictionary<int, int> answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var before = PartiesIn(truth.Full.Restrict(ObservationWindow.Communication with { To = truth.HalfTime }));
        var after = PartiesIn(truth.Full.Restrict(ObservationWindow.Communication with { From = truth.HalfTime }));
        var people = after.Where(before.Contains).Order().ToArray();
        if (people.Length == 0) return Measurement.None("nobody occurs in both halves of the log");
        var occurs = new bool[answer.Count == 0 ? 0 : answer.Keys.Max() + 1];
        foreach (var party in answer.Keys) occurs[party] = true;
        var parties = new PartiesOfActors(truth.Actors, occurs, key);
        var chance = 1.0 / before.Count;
        var scores = Array.ConvertAll(people, a => parties.Mean(a, chance, p => key.ActorOf(new PartyId(answer[p]))?.Index == a ? 1 : 0));
        return new MeanMeasurement(scores, [.. people.Select(_ => chance)]);
    }

    static HashSet<int> PartiesIn(Observation seen)
    {
        var parties = new HashSet<int>();
        foreach (var sender in seen.Sender) if (sender >= 0) parties.Add(sender);
        foreach (var recipient in seen.Recipient) parties.Add(recipient);
        return parties;
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"Of {Number(estimate.Subjects)} people, {Number(estimate.Score * estimate.Subjects)} ({Percent(estimate.Score)}) are found again in the other half of the log (guessing: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody." : view.Rotates ? "Who writes to whom, how much and when is as good as a name." : "The identifier stays the same.";
    }
}
