namespace MetaLens.Graphs;

/// <summary>What two divisions tell of each other on average when nodes are dealt out to groups of given sizes at random: the chance level of mutual information.</summary>
sealed class ExpectedMutualInformation
{
    const double Negligible = 1e-20;

    readonly int _nodes;
    readonly double[] _log, _logFactorial, _share, _information;

    ExpectedMutualInformation(int nodes, int largest, LogFactorials logs)
    {
        (_nodes, _log, _logFactorial) = (nodes, logs.Log, logs.LogFactorial);
        (_share, _information) = (new double[largest + 1], new double[largest + 1]);
        for (var k = 1; k <= largest; k++) (_share[k], _information[k]) = ((double)k / nodes, _log[nodes] + _log[k]);
    }

    /// <summary>In nats. Sizes repeat (many small groups), so each pair of different sizes is worked out once and counted as often as it occurs.</summary>
    public static double Of(List<int> rows, List<int> columns, int nodes, LogFactorials logs)
    {
        var ofSizes = new ExpectedMutualInformation(nodes, Math.Min(rows.Max(), columns.Max()), logs);
        var columnSizes = columns.CountBy(size => size).ToArray();
        double expected = 0;
        foreach (var (r, inRows) in rows.CountBy(size => size))
            foreach (var (c, inColumns) in columnSizes)
                expected += (double)inRows * inColumns * ofSizes.Of(r, c);
        return expected;
    }

    // The overlap k is hypergeometric: from its mode outwards by the ratio of neighbours, until what is left cannot be seen in a double.
    double Of(int r, int c)
    {
        int n = _nodes, neither = n - r - c, low = Math.Max(1, -neither), high = Math.Min(r, c), mode = Math.Clamp((int)((r + 1.0) * (c + 1.0) / (n + 2.0)), low, high);
        double logR = _log[r], logC = _log[c];
        var atMode = Math.Exp(_logFactorial[r] + _logFactorial[c] + _logFactorial[n - r] + _logFactorial[n - c] - _logFactorial[n]
            - _logFactorial[mode] - _logFactorial[r - mode] - _logFactorial[c - mode] - _logFactorial[neither + mode]);
        var (share, information) = (_share, _information);
        double sum = 0, p = atMode;
        for (var k = mode; k <= high && p > Negligible; k++)
        {
            sum += share[k] * (information[k] - logR - logC) * p;
            p *= (double)(r - k) * (c - k) / ((k + 1.0) * (neither + k + 1.0));
        }
        p = atMode;
        for (var k = mode; k > low && p > Negligible; k--)
        {
            p *= k * (double)(neither + k) / ((r - k + 1.0) * (c - k + 1.0));
            sum += share[k - 1] * (information[k - 1] - logR - logC) * p;
        }
        return sum;
    }
}
