namespace MetaLens.Exposure;

/// <summary>A score that is the mean of one number per subject, as is its chance level.</summary>
public sealed class MeanMeasurement : Measurement
{
    readonly double[] _scores, _chances;

    /// <summary>Takes the numbers per subject.</summary>
    /// <param name="scores">Score of each subject, 0 … 1.</param>
    /// <param name="chances">What guessing scores for each, 0 … 1.</param>
    /// <exception cref="ArgumentException">Not as many of the one as of the other.</exception>
    public MeanMeasurement(double[] scores, double[] chances)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(chances);
        if (scores.Length != chances.Length) throw new ArgumentException($"{scores.Length} scores and {chances.Length} chances; expected as many.", nameof(chances));
        (_scores, _chances) = (scores, chances);
    }

    /// <inheritdoc/>
    public override int Subjects => _scores.Length;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw) => Mean(_scores, draw);

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => Mean(_chances, draw);

    static double Mean(double[] values, ReadOnlySpan<int> draw)
    {
        var sum = 0.0;
        foreach (var subject in draw) sum += values[subject];
        return draw.Length == 0 ? 0 : sum / draw.Length;
    }
}
