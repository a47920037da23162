using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>
/// Whether somebody is the same person after identifiers changed. Behaviour (volumes, degrees, rhythm, signature, delays) gives a first belief; then belief about the contacts
/// sharpens belief about the party, round after round, with nobody matched twice. Where the contacts are known, so are those addressed together with the party, which tell as much.
/// </summary>
/// <remarks>
/// Sources: the problem, Cretu et al. (2022), <c>doi:10.1038/s41467-021-27714-6</c>; propagation, Narayanan and Shmatikov (2009), <c>doi:10.1109/SP.2009.22</c>, and IsoRank,
/// <c>doi:10.1073/pnas.0806627105</c>; soft assignment, Gold and Rangarajan (1996), <c>doi:10.1109/34.491619</c>. Its constants were tuned on CollegeMsg and
/// Manufacturing; those for known contacts on the Copenhagen texts as well, with the change at 30, 40 … 70 % of the messages.
/// </remarks>
public static class PartyLinking
{
    const float FirstSharpness = 8, LastSharpness = 60, AnswerSharpness = 30, BehaviourWeight = 0.3f, KnownBehaviourWeight = 0.15f, TogetherWeight = 0.6f;
    const double MessageScale = 2, KnownMessageScale = 20;

    /// <summary>For each party active in <paramref name="later"/> the likeliest parties of <paramref name="earlier"/>.</summary>
    /// <param name="earlier">What the observer had before the identifiers changed.</param>
    /// <param name="later">What it has after. For <see cref="LinkingLevel.ContactsKnown"/> a party other than the one asked about has the same index in both.</param>
    /// <param name="options">What stayed the same, how many candidates.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>One ranking per party compared, in order of index; empty when either side shows no party. Rounds · (ties · parties) time, parties² memory.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<PartyRanking> Rank(Observation earlier, Observation later, PartyLinkingOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(options);
        if (earlier.Count == 0 || later.Count == 0) return [];
        // Identifiers change somewhere between the two; the last and first rows are the nearest known instants.
        long lastBefore = earlier.SeenAt[^1], firstAfter = later.SeenAt[0];
        CommunicationGraph sentBefore = GraphBuilder.Directed(earlier), sentAfter = GraphBuilder.Directed(later);
        var before = PartyBehaviour.Of(earlier, sentBefore, options.MaximumParties, lastBefore);
        var after = PartyBehaviour.Of(later, sentAfter, options.MaximumParties, firstAfter);
        var behaviour = BehaviourLikeness.Of(after, before, options.Level != LinkingLevel.RelativeTimes);
        var known = options.Level == LinkingLevel.ContactsKnown;
        var scale = known ? KnownMessageScale : MessageScale;
        var contactsBefore = ContactWeights.BothWays(earlier, sentBefore, before.Parties, lastBefore, scale);
        var contactsAfter = ContactWeights.BothWays(later, sentAfter, after.Parties, firstAfter, scale);
        var likeness = known ? Known() : Propagate();
        likeness = SoftMatching.Of(likeness, AnswerSharpness);
        return [.. after.Parties.Select((party, r) => new PartyRanking(new PartyId(party), Best(likeness[r], before.Parties, options.Candidates)))];

        DenseMatrix Known()
        {
            var same = SameIndex(after.Parties, before.Parties);
            var likeness = Combined(same, KnownBehaviourWeight);
            AddContacts(likeness, ContactWeights.AddressedTogether(later, after.Parties, firstAfter, scale), ContactWeights.AddressedTogether(earlier, before.Parties, lastBefore, scale), same, TogetherWeight);
            return likeness;
        }

        DenseMatrix Propagate()
        {
            var current = behaviour;
            for (var round = 0; round < options.Rounds; round++)
            {
                stop.ThrowIfCancellationRequested();
                var progress = options.Rounds == 1 ? 1f : (float)round / (options.Rounds - 1);
                current = Combined(SoftMatching.Of(current, FirstSharpness * MathF.Pow(LastSharpness / FirstSharpness, progress)), BehaviourWeight);
            }
            return current;
        }

        // Mean over both directions.
        DenseMatrix Combined(DenseMatrix belief, float behaviourWeight)
        {
            var combined = new DenseMatrix(belief.Rows, belief.Columns);
            for (var way = 0; way < contactsAfter.Length; way++) AddContacts(combined, contactsAfter[way], contactsBefore[way], belief, 1f / contactsAfter.Length);
            DenseMatrix.AddScaled(combined.All, behaviour.All, behaviourWeight);
            return combined;
        }
    }

    // The cosine of contacts, as far as belief says that a contact of one is a contact of the other.
    static void AddContacts(DenseMatrix likeness, ContactWeights after, ContactWeights before, DenseMatrix belief, float weight) =>
        DenseMatrix.AddScaled(likeness.All, before.Times(after.Times(belief).Transposed()).Transposed().All, weight);

    static DenseMatrix SameIndex(int[] later, int[] earlier)
    {
        var same = new DenseMatrix(later.Length, earlier.Length);
        for (var r = 0; r < later.Length; r++)
            if (Array.BinarySearch(earlier, later[r]) is >= 0 and var c) same[r][c] = 1;
        return same;
    }

    static ImmutableArray<PartyCandidate> Best(ReadOnlySpan<float> row, int[] parties, int count)
    {
        var scores = row.ToArray();
        var order = Enumerable.Range(0, parties.Length).ToArray();
        Array.Sort(order, (a, b) => scores[b] != scores[a] ? scores[b].CompareTo(scores[a]) : a - b);
        return [.. order.Take(count).Select(c => new PartyCandidate(new PartyId(parties[c]), scores[c]))];
    }
}
