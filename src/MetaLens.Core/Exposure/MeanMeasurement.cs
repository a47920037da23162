namespace MetaLens.Exposure;

/// <summary>A score that is the mean of one number per subject, as is its chance level.</summary>
public sealed class MeanMeasurement : Measurement
{
    readonly double[] _scores, _chances;
    readonly bool _sameScores, _sameChances;

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
        (_sameScores, _sameChances) = (Array.TrueForAll(scores, s => s == scores[0]), Array.TrueForAll(chances, c => c == chances[0]));
    }

    /// <inheritdoc/>
    public override int Subjects => _scores.Length;

    /// <inheritdoc/>
    public override bool Varies => !(_sameScores && _sameChances);

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw) => Mean(_scores, _sameScores, draw);

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => Mean(_chances, _sameChances, draw);

    static double Mean(double[] values, bool constant, ReadOnlySpan<int> draw)
    {
        if (constant) return values.Length == 0 ? 0 : values[0];
        var sum = 0.0;
        foreach (var subject in draw) sum += values[subject];
        return draw.Length == 0 ? 0 : sum / draw.Length;
    }
}
