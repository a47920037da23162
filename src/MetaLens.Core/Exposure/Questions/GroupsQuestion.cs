using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>Which circles do they belong to?</summary>
public sealed class GroupsQuestion : Question<Partition>
{
    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("groups", "Which circles do they belong to?",
        "Adjusted mutual information between the circles found and those that the full records give (Leiden, modularity).", "0: the measure is adjusted for chance.", "people");

    /// <inheritdoc/>
    public override string Stop => "The same as for contacts, and more of it: circles are many ties at once and survive when single ties are lost.";

    /// <inheritdoc/>
    public override Partition Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Leiden.Of(view.Ties, new LeidenOptions { Seed = view.Seed }, stop).Partition;
    }

    /// <inheritdoc/>
    public override Measurement Score(Partition answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var real = truth.AnswerOf(this);
        var parties = new PartiesOfActors(truth.Actors, AllTrue(answer.Group.Length), key);
        List<int> guessed = [], actual = [];
        for (var a = 0; a < truth.Actors; a++)
        {
            if (truth.Ties.Degree(a) == 0) continue;
            // Whoever is hidden is put with nobody: a group of its own, below all numbers of the answer.
            foreach (var group in parties[a].Select(p => answer.Group[p]).DefaultIfEmpty(-1 - a))
            {
                guessed.Add(group);
                actual.Add(real.Group[a]);
            }
        }
        return new PartitionMeasurement([.. guessed], [.. actual]);
    }

    static bool[] AllTrue(int length)
    {
        var all = new bool[length];
        Array.Fill(all, true);
        return all;
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"The circles of {Number(estimate.Subjects)} people are found with an agreement of {Percent(estimate.Score)} above chance (adjusted mutual information; guessing: 0 %).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody." : view.AllVisible ? "People who write to each other more than chance would have it (Leiden communities)." : "The same communities, on the ties that could be recovered.";
    }
}
