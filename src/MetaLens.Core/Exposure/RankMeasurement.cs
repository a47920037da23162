namespace MetaLens.Exposure;

/// <summary>Agreement of two rankings: Spearman's correlation (Pearson's of mid-ranks) mapped from −1 … 1 to 0 … 1; guessing gives 0.5.</summary>
public sealed class RankMeasurement : Measurement
{
    readonly double[] _guessed, _true;

    /// <summary>Takes two values per subject; only their order counts.</summary>
    public RankMeasurement(double[] guessed, double[] truth)
    {
        ArgumentNullException.ThrowIfNull(guessed);
        ArgumentNullException.ThrowIfNull(truth);
        (_guessed, _true) = (MidRanks.Of(guessed), MidRanks.Of(truth));
    }

    /// <inheritdoc/>
    public override int Subjects => _true.Length;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw)
    {
        double meanG = 0, meanT = 0;
        foreach (var s in draw) (meanG, meanT) = (meanG + (_guessed[s] / draw.Length), meanT + (_true[s] / draw.Length));
        double gg = 0, tt = 0, gt = 0;
        foreach (var s in draw)
        {
            var (g, t) = (_guessed[s] - meanG, _true[s] - meanT);
            (gg, tt, gt) = (gg + (g * g), tt + (t * t), gt + (g * t));
        }
        // A constant ranking says nothing: correlation 0.
        return gg < 1e-12 || tt < 1e-12 ? 0.5 : 0.5 + (Math.Clamp(gt / Math.Sqrt(gg * tt), -1, 1) / 2);
    }

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => 0.5;
}
