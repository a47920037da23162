using System.Collections.Immutable;
using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>
/// A way of looking at messages: an observer and the protections between it and the messages. Data, so that it can be run here, turned into a query elsewhere, and printed.
/// </summary>
/// <param name="Id">Short unique name, as on the command line.</param>
/// <param name="Name">Name in words.</param>
/// <param name="Observer">Who looks.</param>
/// <param name="Protections">
/// What stands between. Each acts at its own station of a message's way (what is sent, how it travels, what is written down, what is hidden), whatever its place in this list;
/// those of one station act in the order of the list.
/// </param>
public sealed record Lens(string Id, string Name, Observer Observer, ImmutableArray<Protection> Protections)
{
    /// <summary>Two names a table's head has room for, parted by the first comma: the service and what is special ("Signal, sealed sender"). Without the observer; the name where none is given.</summary>
    public string ShortName { get => field ?? Name; init; }

    /// <summary>The full log: whoever holds the records and can read everything.</summary>
    public static Lens None { get; } = new("none", "The full log", new Observer("holder", "whoever holds the records"), []);

    /// <summary>The same observer behind further protections; itself when there are none. The new id is "id+text" (see <see cref="LensText"/>).</summary>
    public Lens With(params ImmutableArray<Protection> more)
    {
        if (more.IsDefaultOrEmpty) return this;
        var text = LensText.Format(more);
        return this with { Id = Protections.IsEmpty ? text : $"{Id}+{text}", Name = $"{Name}, with {text}", ShortName = $"{ShortName}, with {text}", Protections = Protections.AddRange(more) };
    }

    /// <summary>What the protections cost the people of a log: the sum over <see cref="Protections"/>.</summary>
    public ProtectionCost Cost(MessageLog log) => Protections.Aggregate(ProtectionCost.None, (sum, protection) => sum.Plus(protection.Cost(log)));

    /// <summary>
    /// Looks at a log through this lens. Deterministic given the seed; linear in the rows, with a sort where a protection changes their order; no copy of a column that no
    /// protection changes.
    /// </summary>
    /// <param name="log">The truth.</param>
    /// <param name="seed">Seed of everything random in the protections (delays, cover traffic, samples).</param>
    /// <param name="key">What is needed to score answers; keep it from whoever answers.</param>
    /// <returns>What the observer has.</returns>
    /// <exception cref="InvalidOperationException">A protection would make more rows than an observation holds (2^31 − 1 deliveries).</exception>
    public Observation Observe(MessageLog log, int seed, out AnswerKey key)
    {
        ArgumentNullException.ThrowIfNull(log);
        var draft = ObservationDraft.Of(log);
        var step = 0;
        foreach (var protection in Protections.OrderBy(p => p.Station))
            protection.Apply(draft, new Random(Seeded(seed, step++)));
        return draft.Finish(this, out key);
    }

    /// <summary>Looks at a log through this lens, when nobody will score the answers.</summary>
    public Observation Observe(MessageLog log, int seed = 0) => Observe(log, seed, out _);

    // Not System.HashCode, which differs from run to run.
    static int Seeded(int seed, int step) => unchecked((int)(((uint)seed * 0x9E3779B9u) ^ ((uint)(step + 1) * 0x85EBCA6Bu)));
}
