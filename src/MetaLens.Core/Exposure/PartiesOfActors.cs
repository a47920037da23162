using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>The parties that stand for each actor in an observation, for scoring: one, none (hidden), or several (identifiers change).</summary>
sealed class PartiesOfActors
{
    readonly List<int>[] _parties;

    public PartiesOfActors(int actors, ReadOnlySpan<bool> occurs, AnswerKey key)
    {
        _parties = new List<int>[actors];
        for (var p = 0; p < occurs.Length; p++)
            if (occurs[p] && key.ActorOf(new PartyId(p)) is { } actor) (_parties[actor.Index] ??= []).Add(p);
    }

    /// <summary>The parties of which an answer says anything.</summary>
    public static PartiesOfActors Scored(int actors, PairScores answer, AnswerKey key)
    {
        var occurs = new bool[answer.PartyCount];
        for (var p = 0; p < occurs.Length; p++) occurs[p] = answer.CountOf(new PartyId(p)) > 0;
        return new PartiesOfActors(actors, occurs, key);
    }

    /// <summary>Whether nobody is several parties.</summary>
    public bool OneEach => Array.TrueForAll(_parties, p => p is null || p.Count == 1);

    public IReadOnlyList<int> this[int actor] => _parties[actor] ?? (IReadOnlyList<int>)[];

    /// <summary>The mean of a score over an actor's parties, or <paramref name="whenHidden"/> where there is none: an observer who cannot join them holds each by itself.</summary>
    public double Mean(int actor, double whenHidden, Func<int, double> scoreOfParty)
    {
        var parties = this[actor];
        return parties.Count == 0 ? whenHidden : parties.Average(scoreOfParty);
    }
}
