namespace MetaLens.Exposure;

/// <summary>Average precision with ties broken at random in expectation, exactly and without sampling.</summary>
static class ExpectedPrecision
{
    // The asymptotic series is exact to the last digits from here on.
    const int SeriesFrom = 100;

    static readonly double[] Harmonics = FirstHarmonics();

    /// <summary>Average precision of a ranking in blocks of equal score.</summary>
    /// <param name="blocks">Size and number of relevant items of each block, best block first; together all candidates.</param>
    public static double Average(ReadOnlySpan<(int Size, int Relevant)> blocks)
    {
        double sum = 0;
        int before = 0, found = 0;
        foreach (var (size, relevant) in blocks)
        {
            // At place j of the block an item is relevant with probability r/n, and of the j − 1 before it (j − 1)(r − 1)/(n − 1) are, given that it is: what stands over
            // the place before + j is linear in it, and the sum over j is harmonic numbers.
            if (relevant > 0)
            {
                var slope = size > 1 ? (relevant - 1.0) / (size - 1) : 0;
                sum += (double)relevant / size * ((slope * size) + ((found + 1 - (slope * (before + 1))) * (Harmonic(before + size) - Harmonic(before))));
            }
            before += size;
            found += relevant;
        }
        return found == 0 ? 0 : sum / found;
    }

    /// <summary>Expected average precision of a random ranking: (H + (R − 1)/(N − 1) · (N − H))/N with H the N-th harmonic number.</summary>
    public static double Chance(int relevant, int candidates)
    {
        if (relevant == 0) return 0;
        var harmonic = Harmonic(candidates);
        return (harmonic + (candidates > 1 ? (relevant - 1.0) / (candidates - 1) * (candidates - harmonic) : 0)) / candidates;
    }

    // 1 + 1/2 + … + 1/n.
    static double Harmonic(int n)
    {
        const double EulerMascheroni = 0.57721566490153286;
        if (n < SeriesFrom) return Harmonics[n];
        var square = 1.0 / ((double)n * n);
        return Math.Log(n) + EulerMascheroni + (0.5 / n) - (square / 12) + (square * square / 120);
    }

    static double[] FirstHarmonics()
    {
        var sums = new double[SeriesFrom];
        for (var n = 1; n < sums.Length; n++) sums[n] = sums[n - 1] + (1.0 / n);
        return sums;
    }
}
