namespace MetaLens.Learning;

/// <summary>A trained model that says how likely an example is a yes. Every learner in this folder gives one; another library's would, too.</summary>
public interface IPairClassifier
{
    /// <summary>The probability of yes, 0 … 1.</summary>
    /// <param name="features">As many numbers as the model was trained with.</param>
    double Probability(ReadOnlySpan<double> features);
}
