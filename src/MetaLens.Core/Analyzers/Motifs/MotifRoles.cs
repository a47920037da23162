using System.Collections.Immutable;

namespace MetaLens.Analyzers.Motifs;

/// <summary>The parts a party plays in temporal motifs of three deliveries.</summary>
/// <param name="Counts">How often in each place: pair as first sender, pair as first recipient, star as first sender, first recipient, third party, triangle as first sender, first recipient, third party.</param>
/// <param name="Broadcasts">Motifs that begin with two deliveries of this party to two others.</param>
/// <param name="Relays">Motifs that begin with a delivery to this party and then one of it to a third.</param>
/// <param name="Replies">Motifs that begin with a delivery to this party and then its answer.</param>
public sealed record MotifRoles(ImmutableArray<long> Counts, long Broadcasts, long Relays, long Replies)
{
    /// <summary>Names of the places in <see cref="Counts"/>.</summary>
    public static ImmutableArray<string> Places { get; } =
        ["pair_first_sender", "pair_first_recipient", "star_first_sender", "star_first_recipient", "star_third", "triangle_first_sender", "triangle_first_recipient", "triangle_third"];
}
