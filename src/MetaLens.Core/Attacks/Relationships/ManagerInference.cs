using System.Collections.Immutable;
using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// Who manages whom, for an observer that knows a part of the organisation's chart (a web page, business cards): logistic regression on <see cref="PairFeatures"/> and on the company a party keeps
/// with people whose manager is known. Candidates are the party's contacts.
/// </summary>
/// <remarks>
/// After Diehl, Namata and Getoor, "Relationship Identification for Social Network Discovery" (AAAI 2007), and Nurek and Michalski (2020), <c>doi:10.3390/app10051699</c>; the peers' vote is this project's.
/// A party's own known manager never enters its own features, neither in training nor in answers.
/// </remarks>
public static class ManagerInference
{
    static readonly int AddressedTogetherShare = PairFeatures.Names.IndexOf("addressed together, share"), Overlap = PairFeatures.Names.IndexOf("overlap of contacts");
    static readonly int ShareSent = PairFeatures.Names.IndexOf("share of ego's sent"), ShareReceived = PairFeatures.Names.IndexOf("share of ego's received");

    /// <summary>Ranks the contacts of each party asked about by how likely each is its manager.</summary>
    /// <param name="pairs">The prepared observation.</param>
    /// <param name="known">Party → manager, where known; at least one.</param>
    /// <param name="asked">Whom to answer for.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="options">How it learns; null = the usual.</param>
    /// <returns>One ranking per party asked about, scores are probabilities; no candidates for a party without contacts. O((known + asked) · contacts · known).</returns>
    /// <exception cref="ArgumentException">Nobody's manager is known, or none of the known is in contact with anybody.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<ManagerRanking> Rank(PairFeatures pairs, IReadOnlyDictionary<PartyId, PartyId> known, IReadOnlyList<PartyId> asked, CancellationToken stop, ManagerInferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(asked);
        options ??= new ManagerInferenceOptions();
        List<double[]> features = [];
        List<bool> labels = [];
        List<int> subjects = [];
        foreach (var (ego, manager) in known.OrderBy(k => k.Key.Index))
        {
            stop.ThrowIfCancellationRequested();
            var peers = new KnownPeers(pairs, known, ego, Likeness);
            foreach (var alter in pairs.ContactsOf(ego))
            {
                features.Add(Row(peers, ego, alter));
                labels.Add(alter == manager);
                subjects.Add(ego.Index);
            }
        }
        if (features.Count == 0) throw new ArgumentException("No party with a known manager has a contact: there is nothing to learn from.", nameof(known));
        var model = LogisticRegression.Fit(new LabelledRows(features, labels, subjects), options.Ridge);
        return [.. asked.Select(Answer)];

        double[] Row(KnownPeers peers, PartyId ego, PartyId alter) => options.CountsPeers ? [.. pairs.Of(ego, alter), .. peers.Of(alter)] : pairs.Of(ego, alter);

        ManagerRanking Answer(PartyId ego)
        {
            stop.ThrowIfCancellationRequested();
            var peers = new KnownPeers(pairs, known, ego, Likeness);
            return new ManagerRanking(ego,
                [.. pairs.ContactsOf(ego).Select(alter => new ManagerCandidate(alter, model.Probability(Row(peers, ego, alter)))).OrderByDescending(c => c.Score).ThenBy(c => c.Manager.Index)]);
        }
    }

    // How much company two parties keep: addressed together first, then whom they share and what they write each other.
    static double Likeness(double[] pair) => pair[AddressedTogetherShare] + (0.3 * pair[Overlap]) + (0.5 * pair[ShareSent]) + (0.5 * pair[ShareReceived]);
}
