namespace MetaLens.Exposure;

/// <summary>The median of one number per subject, in the number's own unit: nothing is gained by guessing, so its chance level is 0 and means nothing.</summary>
/// <param name="values">The number of each subject.</param>
public sealed class MedianMeasurement(double[] values) : Measurement
{
    /// <inheritdoc/>
    public override int Subjects => values.Length;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw)
    {
        if (draw.IsEmpty) return 0;
        var drawn = new double[draw.Length];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = values[draw[i]];
        Array.Sort(drawn);
        return (drawn[(drawn.Length - 1) / 2] + drawn[drawn.Length / 2]) / 2;
    }

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => 0;
}
