using MetaLens.Attacks.Groups;
using MetaLens.Graphs;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Which circles people belong to, against groups somebody knows.</summary>
public sealed class GroupsEvaluation : IEvaluation
{
    const int Repeats = 5;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("groups",
        "Adjusted mutual information of communities found without labels (resolution chosen without them, too) with the groups of the file. Also the adjusted Rand index, and the share placed rightly when a random half of the labels is known.",
        ["actor", "label"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var rows = view.Named(1).DistinctBy(r => r.Parties[0]).ToArray();
        var names = rows.Select(r => r.Row.Values[1]).Distinct().Order(StringComparer.Ordinal).ToList();
        int[] truth = [.. rows.Select(r => names.IndexOf(r.Row.Values[1]))], party = [.. rows.Select(r => r.Parties[0].Index)];
        var (found, resolution) = NaturalCommunities.Of(view.View.Ties, view.Seed, stop);
        int[] guessed = [.. party.Select(p => found.Group[p])];
        var (right, majority) = HalfKnown(view, party, truth, stop);
        return new Evaluation(MetricEstimate.Of("ami", new PartitionMeasurement(guessed, truth), view.Seed),
        [
            new("ari", PartitionAgreement.AdjustedRandIndex(guessed, truth)), new("half_known_accuracy", right), new("half_known_chance", majority),
            new("resolution", resolution), new("groups_found", guessed.Distinct().Count()), new("groups_labelled", names.Count),
        ]);
    }

    // Chance: naming the largest group of the known half.
    static (double Right, double Majority) HalfKnown(LabelledView view, int[] party, int[] truth, CancellationToken stop)
    {
        double right = 0, majority = 0, asked = 0;
        // Where no row has both ends, ties are what could be recovered.
        var sent = GraphBuilder.Directed(view.Seen);
        var ties = sent.TieCount > 0 ? sent : view.View.Ties;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var order = Enumerable.Range(0, party.Length).ToArray();
            new Random(unchecked(view.Seed + repeat)).Shuffle(order);
            var known = new int[view.Seen.PartyCount];
            Array.Fill(known, -1);
            foreach (var i in order.Take(party.Length / 2)) known[party[i]] = truth[i];
            var largest = order.Take(party.Length / 2).GroupBy(i => truth[i]).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault(-1);
            var answer = GroupInference.Infer(view.Seen, ties, known, stop);
            foreach (var i in order.Skip(party.Length / 2))
            {
                right += answer[party[i]] == truth[i] ? 1 : 0;
                majority += largest == truth[i] ? 1 : 0;
                asked++;
            }
        }
        return (right / asked, majority / asked);
    }
}
