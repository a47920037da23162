using System.Runtime.CompilerServices;

namespace MetaLens.Analyzers.Indicators;

/// <summary>A growing list of numbers and its summary. Reused from one period to the next.</summary>
sealed class Distribution
{
    public const int DefaultStatistics = 2, ExtendedStatistics = 7;

    double[] _values = new double[64];
    int _count;

    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    public void Clear() => _count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double value)
    {
        if (_count == _values.Length) Grow();
        _values[_count++] = value;
    }

    void Grow() => Array.Resize(ref _values, _count * 2);

    /// <summary>
    /// Writes mean, standard deviation (population) and, where there is room for seven, median, skewness m3/m2^1.5, kurtosis m4/m2² (not excess), minimum and maximum; skewness and kurtosis are 0 without
    /// variation. NaN in every place for an empty list. Sorts the list when the median is asked for.
    /// </summary>
    public void Summarize(Span<double> into)
    {
        if (_count == 0)
        {
            into.Fill(double.NaN);
            return;
        }
        var values = _values.AsSpan(0, _count);
        var mean = 0.0;
        foreach (var x in values) mean += x;
        mean /= _count;
        var m2 = 0.0;
        foreach (var x in values) m2 += (x - mean) * (x - mean);
        m2 /= _count;
        into[0] = mean;
        into[1] = Math.Sqrt(m2);
        if (into.Length == DefaultStatistics) return;
        double m3 = 0, m4 = 0;
        foreach (var x in values)
        {
            var d = x - mean;
            m3 += d * d * d;
            m4 += d * d * d * d;
        }
        values.Sort();
        var middle = _count / 2;
        into[2] = _count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        into[3] = m2 == 0 ? 0 : m3 / _count / Math.Pow(m2, 1.5);
        into[4] = m2 == 0 ? 0 : m4 / _count / (m2 * m2);
        into[5] = values[0];
        into[6] = values[^1];
    }
}
