namespace MetaLens.Learning;

/// <summary>How <see cref="BoostedTrees"/> are grown.</summary>
public sealed record BoostedTreesOptions
{
    /// <summary>How many trees: 1 … 10,000.</summary>
    public int Trees { get; init => field = Whole(value, 1, 10_000, nameof(Trees)); } = 100;

    /// <summary>Most questions asked by one tree of one example: 1 … 10.</summary>
    public int Depth { get; init => field = Whole(value, 1, 10, nameof(Depth)); } = 5;

    /// <summary>Fewest examples in a leaf: 1 and up.</summary>
    public int LeafExamples { get; init => field = Whole(value, 1, int.MaxValue, nameof(LeafExamples)); } = 20;

    /// <summary>How much of a tree's advice is followed: above 0, at most 1.</summary>
    public double LearningRate { get; init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LearningRate), value, "Above 0, at most 1."); } = 0.1;

    /// <summary>Penalty λ/2 · Σ value² over the leaves, 0 and up.</summary>
    public double Ridge { get; init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Ridge), value, "0 or above."); } = 1;

    /// <summary>Whether the examples of one subject compete: one of them is the answer (softmax over the subject), instead of each being a yes or a no by itself.</summary>
    public bool OneAnswerPerSubject { get; init; }

    static int Whole(int value, int least, int most, string name) => value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{least} … {most}.");
}
