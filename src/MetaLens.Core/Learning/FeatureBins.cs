namespace MetaLens.Learning;

/// <summary>Features of all examples cut into at most 64 bins of about equal numbers of examples, column by column; equal values never fall into different bins.</summary>
sealed class FeatureBins
{
    public const int Most = 64;
    const int Sampled = 20_000;

    public FeatureBins(IReadOnlyList<double[]> features)
    {
        (Count, Width) = (features.Count, features[0].Length);
        (Column, Upper) = (new byte[Width][], new double[Width][]);
        Parallel.For(0, Width, k =>
        {
            Upper[k] = Bounds(features, k);
            var column = new byte[features.Count];
            for (var i = 0; i < column.Length; i++)
            {
                var at = Array.BinarySearch(Upper[k], features[i][k]);
                column[i] = (byte)Math.Min(at < 0 ? ~at : at, Upper[k].Length);
            }
            Column[k] = column;
        });
    }

    public int Count { get; }

    public int Width { get; }

    /// <summary>Bin of every example, by feature.</summary>
    public byte[][] Column { get; }

    /// <summary>The largest value in each bin but the last, by feature, rising.</summary>
    public double[][] Upper { get; }

    // Drawn with a seed of its own, so that the same examples give the same bins; every so-manieth would always meet the same candidate of a subject.
    static double[] Bounds(IReadOnlyList<double[]> features, int k)
    {
        var random = new Random(0);
        var values = new double[Math.Min(features.Count, Sampled)];
        for (var i = 0; i < values.Length; i++) values[i] = features[features.Count <= Sampled ? i : random.Next(features.Count)][k];
        Array.Sort(values);
        var distinct = values.Distinct().ToArray();
        if (distinct.Length <= Most) return distinct[..^1];
        return [.. Enumerable.Range(1, Most - 1).Select(b => values[(int)((long)b * values.Length / Most)]).Distinct().Where(v => v < distinct[^1])];
    }
}
