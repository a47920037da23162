using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>The first guesses of an attack's table as actors, for scoring.</summary>
sealed class Guesses
{
    readonly ILookup<int, int> _first;
    readonly Dictionary<int, int> _identifiers = [];

    public Guesses(AnalysisTable table, Observation seen, AnswerKey key, int among = 1)
    {
        (PartyCount, Among) = (seen.PartyCount, among);
        var actorOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < seen.PartyCount; p++)
            if (key.ActorOf(new PartyId(p)) is { } actor)
            {
                actorOf[seen.NameOf(new PartyId(p))] = actor.Index;
                _identifiers[actor.Index] = _identifiers.GetValueOrDefault(actor.Index) + 1;
            }
        _first = table.Rows.Where(r => r[1] is int rank && rank <= among && actorOf.ContainsKey((string)r[0]!))
            .ToLookup(r => actorOf[(string)r[0]!], r => actorOf.GetValueOrDefault((string)r[2]!, -1));
    }

    public int PartyCount { get; }

    /// <summary>How many guesses a person has.</summary>
    public int Among { get; }

    /// <summary>Whom the first guesses (or so many as count) about an actor's identifiers name; −1 = an invented party.</summary>
    public IEnumerable<int> FirstOf(int actor) => _first[actor];

    public int IdentifierCount(int actor) => _identifiers.GetValueOrDefault(actor);
}
