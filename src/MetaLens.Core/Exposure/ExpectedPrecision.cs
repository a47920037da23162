namespace MetaLens.Exposure;

/// <summary>Average precision with ties broken at random in expectation, exactly and without sampling.</summary>
static class ExpectedPrecision
{
    /// <summary>Average precision of a ranking in blocks of equal score.</summary>
    /// <param name="blocks">Size and number of relevant items of each block, best block first; together all candidates.</param>
    public static double Average(ReadOnlySpan<(int Size, int Relevant)> blocks)
    {
        double sum = 0;
        int before = 0, found = 0;
        foreach (var (size, relevant) in blocks)
        {
            // At place j of the block an item is relevant with probability r/n, and of the j − 1 before it (j − 1)(r − 1)/(n − 1) are, given that it is.
            if (relevant > 0)
                for (var j = 1; j <= size; j++)
                    sum += (double)relevant / size * (found + 1 + (size > 1 ? (j - 1) * (relevant - 1.0) / (size - 1) : 0)) / (before + j);
            before += size;
            found += relevant;
        }
        return found == 0 ? 0 : sum / found;
    }

    /// <summary>Expected average precision of a random ranking: (H + (R − 1)/(N − 1) · (N − H))/N with H the N-th harmonic number.</summary>
    public static double Chance(int relevant, int candidates)
    {
        if (relevant == 0) return 0;
        double harmonic = 0;
        for (var k = 1; k <= candidates; k++) harmonic += 1.0 / k;
        return (harmonic + (candidates > 1 ? (relevant - 1.0) / (candidates - 1) * (candidates - harmonic) : 0)) / candidates;
    }
}
