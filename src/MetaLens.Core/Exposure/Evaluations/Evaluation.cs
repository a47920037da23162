using MetaLens.Learning;

namespace MetaLens.Exposure.Evaluations;

/// <summary>An answer held against labels.</summary>
/// <param name="Main">The main metric.</param>
/// <param name="Also">Further numbers, in order.</param>
public sealed record Evaluation(MetricEstimate Main, IReadOnlyList<NamedValue> Also)
{
    /// <summary>Whether the probabilities of the learned answer came true; null where it gives none.</summary>
    public Reliability? Reliability { get; init; }
}
