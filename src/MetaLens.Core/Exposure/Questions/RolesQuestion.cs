using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>Who leads, who is at the centre?</summary>
public sealed class RolesQuestion : Question<double[]>
{
    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("roles", "Who leads, who is at the centre?",
        "Spearman's correlation with the ranking by PageRank that the full records give, mapped from −1 … 1 to 0 … 1.", "0.5: a random ranking.", "people");

    /// <inheritdoc/>
    public override string Stop => "Hiding both ends; hiding one leaves how much each person receives, and with it who is at the centre.";

    /// <inheritdoc/>
    public override double[] Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. PageRank.Of(view.Ties, new PageRankOptions(), stop)];
    }

    /// <inheritdoc/>
    public override Measurement Score(double[] answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var real = truth.AnswerOf(this);
        var found = new bool[answer.Length];
        for (var p = 0; p < found.Length; p++) found[p] = true;
        var parties = new PartiesOfActors(truth.Actors, found, key);
        List<double> guessed = [], actual = [];
        for (var a = 0; a < truth.Actors; a++)
            if (truth.Ties.Degree(a) > 0)
                foreach (var score in parties[a].Select(p => answer[p]).DefaultIfEmpty(0))
                {
                    guessed.Add(score);
                    actual.Add(real[a]);
                }
        return new RankMeasurement([.. guessed], [.. actual]);
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"{Number(estimate.Subjects)} people are put in the order of their standing with {Percent(estimate.Score)} agreement (guessing: {Percent(estimate.Chance)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.NobodyVisible ? "No row names anybody." : view.AllVisible ? "Who is written to by those who are written to (PageRank)." : "The same, on the ties that could be recovered.";
    }
}
