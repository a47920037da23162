using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>Who matters most to each?</summary>
public sealed class ClosenessQuestion : Question<PairScores>
{
    const int Top = 3;

    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("closeness", "Who matters most to each?",
        "The share of each person's three closest contacts (by messages both ways) that are among the three guessed; people with three contacts or more.", "3 of all others.", "people");

    /// <inheritdoc/>
    public override string Stop => "The same as for contacts; close ties are the last to hide, because they answer most.";

    /// <inheritdoc/>
    public override PairScores Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Contacts;
    }

    /// <inheritdoc/>
    public override Measurement Score(PairScores answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var parties = PartiesOfActors.Scored(truth.Actors, answer, key);
        var onePartyEach = parties.OneEach;
        var egos = Enumerable.Range(0, truth.Actors).Where(a => truth.Ties.Degree(a) >= Top).ToArray();
        var (scores, chances) = (new double[egos.Length], new double[egos.Length]);
        Parallel.For(0, egos.Length, e =>
        {
            chances[e] = (double)Top / (truth.Actors - 1);
            var closest = TopShare.Of(Enumerable.Range(truth.Ties.Offset[egos[e]], truth.Ties.Degree(egos[e])).Select(i => (truth.Ties.Target[i], (double)truth.Ties.Messages[i])).ToList(), Top);
            scores[e] = parties.Mean(egos[e], chances[e], party => Overlap(closest, egos[e], new PartyId(party), answer, key, chances[e], onePartyEach));
        });
        return new MeanMeasurement(scores, chances);
    }

    // Equal values share the last places on both sides, so a tie is neither luck nor loss. Places that the answer leaves open are filled by guessing.
    static double Overlap(Dictionary<int, double> closest, int ego, PartyId party, PairScores answer, AnswerKey key, double chance, bool onePartyEach)
    {
        var byActor = new Dictionary<int, double>();
        var last = double.NaN;
        for (int nth = 0, count = answer.CountOf(party); nth < count; nth++)
        {
            var (alter, score) = answer.AlterOf(party, nth);
            // Best first: where a person is one party only, nothing below the first few counts.
            if (onePartyEach && byActor.Count >= Top && score < last) break;
            if (key.ActorOf(alter) is { } actor && actor.Index != ego) byActor[actor.Index] = byActor.GetValueOrDefault(actor.Index) + score;
            last = score;
        }
        var guessed = TopShare.Of([.. byActor.Select(a => (a.Key, a.Value))], Top);
        var open = Math.Max(0, Top - guessed.Values.Sum()) / Top;
        return Math.Min(1, (closest.Sum(c => Math.Min(c.Value, guessed.GetValueOrDefault(c.Key))) / Top) + (open * chance));
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"Of the three closest contacts of {Number(estimate.Subjects)} people, this observer would name {Percent(estimate.Score)} (guessing: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody."
            : view.AllVisible ? "The number of messages between two people, both ways." : "The number of messages that two people are expected to have exchanged, from who is seen after whom.";
    }
}
