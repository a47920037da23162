using MetaLens.Graphs;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// Who talks with whom, where the observer is not shown one end of the messages, or either. A message to v soon after one to u suggests that u answered v: statistical
/// disclosure with target epochs after every sighting, background subtracted per party and per busy hour, all delays at once and every message explained only once.
/// </summary>
/// <remarks>
/// Sources: Danezis (2003), <c>doi:10.1007/978-0-387-35691-4_40</c>; Martiny et al., "Improving Signal's Sealed Sender", NDSS 2021, <c>doi:10.14722/ndss.2021.24180</c>; the
/// Bayesian reading of Danezis and Troncoso, "Vida" (2009), <c>doi:10.1007/978-3-642-03168-7_4</c>. The mixture over neighbours and the common delay distribution are this project's.
/// </remarks>
public static class ContactDisclosure
{
    const double SmallestScore = 1e-6;
    static readonly Duration ReplyHorizon = Duration.FromHours(2), TransitHorizon = Duration.FromMinutes(1);

    /// <summary>Scores pairs of parties by how many messages they are expected to have exchanged.</summary>
    /// <param name="seen">What the observer has. Rows that name both ends count as they are.</param>
    /// <param name="options">How far to look.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Pairs with a score above 0; none for an observation without parties. O(rows · neighbours · iterations).</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static PairScores Scores(Observation seen, ContactDisclosureOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(options);
        List<PairScore> pairs = [.. GraphBuilder.Undirected(seen).Ties().Select(t => new PairScore(new PartyId(t.A), new PartyId(t.B), t.Messages))];
        var basis = pairs.Count > 0 ? DisclosureBasis.VisibleEnds : DisclosureBasis.None;
        if (ConversationPairs.AddTo(pairs, seen)) basis |= DisclosureBasis.CoMembership;
        var sightings = SightingColumns.Of(seen);
        if (sightings.Count > 0)
        {
            var bothWays = sightings.IsSender.Contains(true) && sightings.IsSender.Contains(false);
            basis |= bothWays ? DisclosureBasis.Correlation : DisclosureBasis.Replies;
            AddHidden(seen, sightings, bothWays, options, pairs, stop);
        }
        return new PairScores(pairs, basis);
    }

    static void AddHidden(Observation seen, SightingColumns sightings, bool bothWays, ContactDisclosureOptions options, List<PairScore> pairs, CancellationToken stop)
    {
        var within = options.Horizon ?? (bothWays ? TransitHorizon : Acknowledgements.AreSent(seen, sightings) ? Acknowledgements.Horizon : ReplyHorizon);
        var near = SightingNeighbours.Find(sightings, seen.PartyCount, (long)within.TotalMilliseconds, options.NeighbourRows, (e, f) => !bothWays || IsTransit(e, f), stop);
        var links = ConversationMixture.Fit(sightings, near, seen.PartyCount, options.Iterations, stop);
        // Millions: a list that grows by doubling would hold them twice.
        pairs.EnsureCapacity(pairs.Count + links.Count(l => l > SmallestScore));
        for (var a = 0; a < seen.PartyCount; a++)
            for (var (pair, end) = near.Pairs.OfParty(a); pair < end; pair++)
                if (links[pair] > SmallestScore) pairs.Add(new PairScore(new PartyId(a), new PartyId(near.Pairs.GreaterOf(pair)), links[pair]));

        // A download follows an upload of about the same size; two of one sort never are one message.
        bool IsTransit(int e, int f) => sightings.IsSender[e] && !sightings.IsSender[f] && SizesAgree(sightings.Size[e], sightings.Size[f]);
    }

    static bool SizesAgree(int a, int b) => a < 0 || b < 0 || Math.Abs(a - b) <= 64 + (Math.Max(a, b) / 16);
}
