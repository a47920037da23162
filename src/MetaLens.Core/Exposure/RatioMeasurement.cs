namespace MetaLens.Exposure;

/// <summary>A score that is a sum over a sum, both taken over subjects: F1 (2 · hits over guessed + true), or a share of pairs where subjects have several.</summary>
public sealed class RatioMeasurement : Measurement
{
    readonly double[] _part, _whole, _chancePart;

    /// <summary>Takes the parts of each subject.</summary>
    /// <param name="part">What is counted, 0 and up.</param>
    /// <param name="whole">What it is a part of.</param>
    /// <param name="chancePart">What guessing would count.</param>
    /// <exception cref="ArgumentException">Not as many of each.</exception>
    public RatioMeasurement(double[] part, double[] whole, double[] chancePart)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(chancePart);
        if (part.Length != whole.Length || part.Length != chancePart.Length) throw new ArgumentException($"{part.Length} parts, {whole.Length} wholes and {chancePart.Length} chances; expected as many.", nameof(whole));
        (_part, _whole, _chancePart) = (part, whole, chancePart);
    }

    /// <inheritdoc/>
    public override int Subjects => _part.Length;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw) => Ratio(_part, draw);

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => Ratio(_chancePart, draw);

    double Ratio(double[] part, ReadOnlySpan<int> draw)
    {
        double sum = 0, whole = 0;
        foreach (var subject in draw) (sum, whole) = (sum + part[subject], whole + _whole[subject]);
        return whole == 0 ? 0 : sum / whole;
    }
}
