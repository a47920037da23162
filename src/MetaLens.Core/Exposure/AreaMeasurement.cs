using MetaLens.Learning;

namespace MetaLens.Exposure;

/// <summary>Area under the ROC curve; guessing gives 0.5, as does a draw without a yes or without a no.</summary>
/// <param name="scores">The higher, the likelier yes.</param>
/// <param name="labels">The truth.</param>
public sealed class AreaMeasurement(IReadOnlyList<double> scores, IReadOnlyList<bool> labels) : Measurement
{
    /// <inheritdoc/>
    public override int Subjects => labels.Count;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw)
    {
        var places = draw.ToArray();
        var area = RankMetrics.AreaUnderCurve(Array.ConvertAll(places, i => scores[i]), Array.ConvertAll(places, i => labels[i]));
        return double.IsNaN(area) ? 0.5 : area;
    }

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => 0.5;
}
