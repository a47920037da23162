using System.Collections.Immutable;
using MetaLens.Analyzers.Hierarchy;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// What an observation shows of an ordered pair (ego, alter): how much of ego's mail goes to and comes from the alter, how often both are addressed together, whom they share, and how the alter
/// differs from ego in volume, degree and standing. Input to the models that infer relationships: manager, friend, who is above whom.
/// </summary>
public sealed class PairFeatures
{
    const int MaximumParties = 5000;
    readonly CommunicationGraph _sent, _received;
    readonly Mailings _mailings;
    readonly OrganisationChart? _chart;
    readonly double[][] _traits;
    readonly int[][] _contacts;
    readonly double[] _out, _in;

    /// <summary>Prepares an observation. O(rows + parties²).</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="chart">The likely chart of its people, where they are an organisation; without one the numbers that rest on it are 0.</param>
    /// <exception cref="ArgumentException">More than 5,000 parties.</exception>
    public PairFeatures(Observation seen, OrganisationChart? chart = null)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _chart = chart;
        if (seen.PartyCount > MaximumParties) throw new ArgumentException($"Found {seen.PartyCount} parties; expected at most {MaximumParties}.", nameof(seen));
        _sent = GraphBuilder.Directed(seen);
        _received = GraphBuilder.Reversed(_sent);
        _mailings = Mailings.Of(seen);
        _traits = PartyTraits.Of(_sent, _received, _mailings);
        _contacts = [.. Enumerable.Range(0, seen.PartyCount).Select(v => PartyTraits.Contacts(_sent, _received, v))];
        _out = [.. Enumerable.Range(0, seen.PartyCount).Select(v => 1.0 + PartyTraits.Volume(_sent, v))];
        _in = [.. Enumerable.Range(0, seen.PartyCount).Select(v => 1.0 + PartyTraits.Volume(_received, v))];
    }

    /// <summary>The names of the numbers of <see cref="Of"/>, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "messages to alter", "messages from alter", "share of ego's sent", "share of ego's received", "share of alter's sent", "share of alter's received",
        "reciprocal rank to alter", "reciprocal rank from alter", "reciprocal rank of ego", "addressed together", "addressed together, share", "addressed by alter in groups", "addressed by ego in groups",
        "shared contacts", "overlap of contacts", "in contact", "alter writes more",
        "alter manages in likely charts", "alter manages in likely charts, log", "alter's minus ego's place in likely charts",
        .. PartyTraits.Names.Select(n => $"alter's minus ego's {n}"), .. PartyTraits.Names.Select(n => $"alter's {n}"),
    ];

    /// <summary>How each party differs from another: alter's numbers minus ego's. Changes sign when the two are exchanged.</summary>
    public double[] Difference(PartyId ego, PartyId alter) => [.. _traits[alter.Index].Zip(_traits[ego.Index], (a, e) => a - e)];

    /// <summary>Everybody a party ever wrote to or heard from, ascending.</summary>
    public IEnumerable<PartyId> ContactsOf(PartyId ego) => _contacts[ego.Index].Select(c => new PartyId(c));

    /// <summary>The numbers of an ordered pair, without NaN. O(contacts).</summary>
    public double[] Of(PartyId ego, PartyId alter)
    {
        int e = ego.Index, a = alter.Index;
        int to = Count(e, a), from = Count(a, e);
        var shared = _contacts[e].Intersect(_contacts[a]).Count();
        var union = _contacts[e].Length + _contacts[a].Length - shared;
        var together = _mailings.AddressedTogether(e, a);
        var manages = _chart?.Chance(alter, ego) ?? 0;
        return
        [
            Math.Log(1 + to), Math.Log(1 + from), to / _out[e], from / _in[e], from / _out[a], to / _in[a],
            ReciprocalRank(_sent, e, to), ReciprocalRank(_received, e, from), ReciprocalRank(_sent, a, from), Math.Log(1 + together), together / _in[e],
            Math.Log(1 + _mailings.AddressedInGroup(a, e)), Math.Log(1 + _mailings.AddressedInGroup(e, a)),
            Math.Log(1 + shared), union == 0 ? 0 : (double)shared / union, to + from > 0 ? 1 : 0, Math.Log((1.0 + from) / (1 + to)),
            manages, Math.Log(0.001 + manages), _chart is null ? 0 : _chart.Leadership[a] - _chart.Leadership[e],
            .. Difference(ego, alter), .. _traits[a],
        ];
    }

    int Count(int from, int to) => _sent.Find(from, to) is >= 0 and var edge ? _sent.Messages[edge] : 0;

    static double ReciprocalRank(CommunicationGraph graph, int ego, int messages)
    {
        if (messages == 0) return 0;
        var above = 0;
        foreach (var m in graph.Messages[graph.Offset[ego]..graph.Offset[ego + 1]]) above += m > messages ? 1 : 0;
        return 1.0 / (1 + above);
    }
}
