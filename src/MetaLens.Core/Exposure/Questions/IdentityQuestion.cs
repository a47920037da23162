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
        var (before, after) = Halves(view.Talk, view.HalfTime);
        // Whoever keeps an identifier is found by it; only the others must be recognised.
        var found = new Dictionary<int, int>();
        for (var p = 0; p < before.Length; p++)
            if (before[p] && after[p]) found[p] = p;
        if (!view.Rotates || !before.Contains(true) || !after.Contains(true)) return found;
        var earlier = view.Talk.Restrict(ObservationWindow.Communication with { To = view.HalfTime });
        var later = view.Talk.Restrict(ObservationWindow.Communication with { From = view.HalfTime });
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
        var (before, after) = Halves(truth.Full, truth.HalfTime);
        var people = Enumerable.Range(0, before.Length).Where(a => before[a] && after[a]).ToArray();
        if (people.Length == 0) return Measurement.None("nobody occurs in both halves of the log");
        var occurs = new bool[answer.Count == 0 ? 0 : answer.Keys.Max() + 1];
        foreach (var party in answer.Keys) occurs[party] = true;
        var parties = new PartiesOfActors(truth.Actors, occurs, key);
        var chance = 1.0 / before.Count(b => b);
        var scores = Array.ConvertAll(people, a => parties.Mean(a, chance, p => key.ActorOf(new PartyId(answer[p]))?.Index == a ? 1 : 0));
        return new MeanMeasurement(scores, [.. people.Select(_ => chance)]);
    }

    // Whether each party occurs before the cut, and whether from it on.
    static (bool[] Before, bool[] After) Halves(Observation talk, long halfTime)
    {
        var (before, after) = (new bool[talk.PartyCount], new bool[talk.PartyCount]);
        for (var i = 0; i < talk.Count; i++)
        {
            var occurs = talk.SeenAt[i] < halfTime ? before : after;
            if (talk.Sender[i] is >= 0 and var sender) occurs[sender] = true;
            foreach (var recipient in talk.RecipientsOf(i)) occurs[recipient] = true;
        }
        return (before, after);
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
