namespace MetaLens.Graphs;

/// <summary>Natural logarithms of the numbers 0 … n and of their factorials; that of 0 is never asked for and given as 0.</summary>
sealed class LogFactorials
{
    public LogFactorials(int n)
    {
        (Log, LogFactorial) = (new double[n + 1], new double[n + 1]);
        for (var k = 2; k <= n; k++) LogFactorial[k] = LogFactorial[k - 1] + (Log[k] = Math.Log(k));
    }

    public double[] Log { get; }

    public double[] LogFactorial { get; }
}
