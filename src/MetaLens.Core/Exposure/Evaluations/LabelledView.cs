using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Exposure.Evaluations;

/// <summary>What an observer sees of a log, and labels of its actors: the input of an evaluation.</summary>
public sealed class LabelledView
{
    readonly PartyId?[] _partyOf;

    /// <summary>Looks at a log through a lens.</summary>
    /// <param name="log">The truth.</param>
    /// <param name="lens">The lens.</param>
    /// <param name="labels">What is known.</param>
    /// <param name="seed">Seed of protections, folds and intervals.</param>
    /// <param name="stop">Stops inferences made on demand.</param>
    public LabelledView(MessageLog log, Lens lens, LabelTable labels, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(lens);
        ArgumentNullException.ThrowIfNull(labels);
        (Log, Labels, Seed) = (log, labels, seed);
        Seen = lens.Observe(log, seed, out var key);
        Key = key;
        View = new LensView(Seen, Seen.Count == 0 ? 0 : Seen.SeenAt[Seen.Count / 2], seed, stop);
        _partyOf = new PartyId?[log.Actors.Count];
        for (var p = Seen.PartyCount - 1; p >= 0; p--)
            if (key.ActorOf(new PartyId(p)) is { } actor) _partyOf[actor.Index] = new PartyId(p);
    }

    /// <summary>The log, for the names that labels use.</summary>
    public MessageLog Log { get; }

    /// <summary>What the observer has.</summary>
    public Observation Seen { get; }

    /// <summary>Who is who in it, for scoring.</summary>
    public AnswerKey Key { get; }

    /// <summary>What several questions infer from it, inferred once.</summary>
    public LensView View { get; }

    /// <summary>Who seems to talk with whom.</summary>
    public PairScores Contacts => View.Contacts;

    /// <summary>The labels.</summary>
    public LabelTable Labels { get; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; }

    /// <summary>The first identifier under which an actor of this name is seen, or null: no such actor, or hidden.</summary>
    public PartyId? PartyOf(string actor) => Log.Actors.TryFind(actor, out var id) ? _partyOf[id.Index] : null;

    /// <summary>Rows whose first columns all name parties that are seen, with these parties.</summary>
    /// <param name="names">How many columns hold names of actors.</param>
    /// <exception cref="ArgumentException">None does.</exception>
    public IReadOnlyList<(LabelRow Row, PartyId[] Parties)> Named(int names)
    {
        var rows = new List<(LabelRow, PartyId[])>();
        foreach (var row in Labels.Rows)
        {
            var parties = row.Values.Take(names).Select(PartyOf).ToArray();
            if (parties.All(p => p is not null)) rows.Add((row, [.. parties.Select(p => p!.Value)]));
        }
        return rows.Count > 0 ? rows
            : throw new ArgumentException($"{Labels.File}: found no row whose actors are seen in the log; expected the log's own names. Mend: 'metalens analyze degree' shows the names as they were read.");
    }
}
