using System.Runtime.InteropServices;
using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>Who talks with whom?</summary>
public sealed class ContactsQuestion : Question<PairScores>
{
    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("contacts", "Who talks with whom?",
        "For each person, average precision of the ranking of all others by likelihood of contact; mean over people.", "The expected average precision of a random ranking, exactly.", "people");

    /// <inheritdoc/>
    public override string Stop => "Hiding the sender without receipts that travel back at once, delays of minutes, or cover traffic; hiding the sender alone is not enough.";

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
        var egos = Enumerable.Range(0, truth.Actors).Where(a => truth.Ties.Degree(a) > 0).ToArray();
        var (scores, chances) = (new double[egos.Length], new double[egos.Length]);
        Parallel.For(0, egos.Length, e =>
        {
            chances[e] = ExpectedPrecision.Chance(truth.Ties.Degree(egos[e]), truth.Actors - 1);
            scores[e] = parties.Mean(egos[e], chances[e], party => PrecisionOf(egos[e], new PartyId(party), answer, key, truth, onePartyEach));
        });
        return new MeanMeasurement(scores, chances);
    }

    static double PrecisionOf(int ego, PartyId party, PairScores answer, AnswerKey key, Truth truth, bool onePartyEach)
    {
        var contacts = truth.Ties.Neighbours(ego);
        var met = onePartyEach ? null : new HashSet<int>();
        var blocks = new List<(int Size, int Relevant)>();
        var (left, leftRelevant, last) = (truth.Actors - 1, contacts.Length, double.NaN);
        // Best first: of several parties that are one person, the first counts.
        for (int nth = 0, count = answer.CountOf(party); nth < count; nth++)
        {
            var (alter, score) = answer.AlterOf(party, nth);
            if (key.ActorOf(alter) is not { } actor || actor.Index == ego || met?.Add(actor.Index) == false) continue;
            var relevant = contacts.BinarySearch(actor.Index) >= 0 ? 1 : 0;
            if (score != last && leftRelevant == 0) break;
            if (score == last) blocks[^1] = (blocks[^1].Size + 1, blocks[^1].Relevant + relevant);
            else blocks.Add((1, relevant));
            (left, leftRelevant, last) = (left - 1, leftRelevant - relevant, score);
        }
        if (left > 0) blocks.Add((left, leftRelevant));
        return ExpectedPrecision.Average(CollectionsMarshal.AsSpan(blocks));
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"For {Number(estimate.Subjects)} people, a list of everybody ranked by likelihood of contact has an average precision of {Percent(estimate.Score)} (guessing: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody."
            : view.AllVisible ? view.Rotates ? "Both ends of each message are named, but only until the identifiers change." : "Both ends of each message are named; it is enough to count."
            : view.SenderRows > 0 && view.RecipientRows > 0 ? "Uploads name who sends, downloads who receives; what follows what within a reply's time, and of what size, joins them."
            : "One end of each message is hidden; whoever is seen again and again within a reply's or a receipt's time after somebody is likely to talk with them (statistical disclosure).";
    }
}
