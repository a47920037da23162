using System.Collections.Immutable;
using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>
/// A way of looking at messages: an observer and the protections between it and the messages, in the order in which they act. Data, so that it can be
/// run here, turned into a query elsewhere, and printed.
/// </summary>
/// <param name="Id">Short unique name, as on the command line.</param>
/// <param name="Name">Name in words.</param>
/// <param name="Observer">Who looks.</param>
/// <param name="Protections">What stands between, in order.</param>
public sealed record Lens(string Id, string Name, Observer Observer, ImmutableArray<Protection> Protections)
{
    /// <summary>The full log: whoever holds the records and can read everything.</summary>
    public static Lens None { get; } = new("none", "The full log", new Observer("holder", "whoever holds the records"), []);

    /// <summary>Looks at a log through this lens. Deterministic given the seed, linear in the log, no copy of a column that no protection changes.</summary>
    /// <param name="log">The truth.</param>
    /// <param name="seed">Seed of everything random in the protections (delays, cover traffic, samples).</param>
    /// <param name="key">What is needed to score answers; keep it from whoever answers.</param>
    /// <returns>What the observer has.</returns>
    public Observation Observe(MessageLog log, int seed, out AnswerKey key)
    {
        ArgumentNullException.ThrowIfNull(log);
        var draft = ObservationDraft.Of(log);
        for (var i = 0; i < Protections.Length; i++)
            Protections[i].Apply(draft, new Random(HashCode.Seeded(seed, i)));
        return draft.Finish(this, out key);
    }

    /// <summary>Looks at a log through this lens, when nobody will score the answers.</summary>
    public Observation Observe(MessageLog log, int seed = 0) => Observe(log, seed, out _);

    static class HashCode
    {
        // Not System.HashCode, which differs from run to run.
        public static int Seeded(int seed, int step) => unchecked((int)(((uint)seed * 0x9E3779B9u) ^ ((uint)(step + 1) * 0x85EBCA6Bu)));
    }
}
