namespace MetaLens.Analyzers.Events;

/// <summary>
/// For each rate that the open segment of a series of counts may have, the start that explains the series best so far: the lower envelope of functional pruning. A start that is best for no rate is best for no
/// series that may follow, and is dropped. Maidstone, Hocking, Rigaill, Fearnhead, Statistics and Computing 27:519 (2017), doi 10.1007/s11222-016-9636-3.
/// </summary>
/// <remarks>
/// With S the sum of the counts before a day, a segment from day c to day t at rate μ costs base(c) + (t − c) μ − (S(t) − S(c)) ln μ. What two starts differ by does not hang on t, and is concave in μ:
/// the later one wins at both ends of an interval or at none, and the earlier one between them.
/// </remarks>
sealed class RateEnvelope
{
    // Stands for a rate of none, whose logarithm is no number; what it adds to the cost of a quiet segment is far below every penalty.
    const double LeastRate = 1e-12;
    const int MostSteps = 60;

    // A step as small as this ends as near to the root as its square.
    const double Near = 1e-5;
    readonly double[] _base;
    readonly int[] _sum;
    readonly double _top, _logTop;
    Piece[] _pieces = new Piece[8], _next = new Piece[8];
    int _count, _nextCount;

    /// <summary>The envelope of no start yet.</summary>
    /// <param name="baseCost">Cost of all before a start, with the penalty of the change; filled in by the caller before a start is added.</param>
    /// <param name="sum">Counts before each day.</param>
    /// <param name="greatest">The greatest count, which no segment's rate is above.</param>
    public RateEnvelope(double[] baseCost, int[] sum, int greatest)
    {
        (_base, _sum, _top) = (baseCost, sum, Math.Max(1, greatest));
        _logTop = Math.Log(_top);
    }

    /// <summary>The intervals of rates, rising; a start may own several.</summary>
    public ReadOnlySpan<Piece> Pieces => _pieces.AsSpan(0, _count);

    /// <summary>Adds a start later than all before it. O(intervals).</summary>
    public void Add(int start)
    {
        _nextCount = 0;
        if (_count == 0) Put(LeastRate, start);
        for (var i = 0; i < _count; i++)
        {
            var (low, logLow, old) = _pieces[i];
            var (high, logHigh) = i + 1 < _count ? (_pieces[i + 1].From, _pieces[i + 1].Log) : (_top, _logTop);
            var gap = new Difference(_base[start] - _base[old], start - old, _sum[start] - _sum[old]);
            bool winsLow = gap.At(low, logLow) < 0, winsHigh = gap.At(high, logHigh) < 0;
            if (winsLow && winsHigh && !(gap.Peak > low && gap.Peak < high && gap.At(gap.Peak, Math.Log(gap.Peak)) > 0))
            {
                Put(low, logLow, start);
                continue;
            }
            Put(low, logLow, winsLow ? start : old);
            if (winsLow) PutLog(gap.LogRootAbove(logLow), old);
            if (winsHigh) Put(gap.RootBelow(high, logHigh), start);
        }
        (_pieces, _next, _count) = (_next, _pieces, _nextCount);
    }

    void Put(double from, int start) => Put(from, Math.Log(from), start);

    void PutLog(double log, int start) => Put(Math.Exp(log), log, start);

    void Put(double from, double log, int start)
    {
        if (_nextCount > 0 && _next[_nextCount - 1].Start == start) return;
        if (_nextCount == _next.Length) Array.Resize(ref _next, 2 * _nextCount);
        _next[_nextCount++] = new Piece(from, log, start);
    }

    /// <summary>An interval of rates, up to the next.</summary>
    /// <param name="From">Its least rate.</param>
    /// <param name="Log">The logarithm of that.</param>
    /// <param name="Start">The best start for its rates.</param>
    public readonly record struct Piece(double From, double Log, int Start);

    /// <summary>By how much a later start is dearer than an earlier one, at a rate.</summary>
    readonly record struct Difference(double Base, int Days, int Sum)
    {
        public double Peak => (double)Sum / Days;

        public double At(double rate, double log) => Base - (Days * rate) + (Sum * log);

        // Newton's steps from where a concave function is below zero come nearer to its root from one side only: in few steps from below where it runs along the logarithm, from above where it runs along the rate.
        public double LogRootAbove(double log)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                var days = Days * Math.Exp(log);
                var next = log - ((Base - days + (Sum * log)) / (Sum - days));
                if (Math.Abs(next - log) <= Near) return next;
                log = next;
            }
            return log;
        }

        public double RootBelow(double rate, double log)
        {
            for (var step = 0; step < MostSteps; step++)
            {
                var next = rate - (At(rate, log) / ((Sum / rate) - Days));
                if (Math.Abs(next - rate) <= Near * rate) return next;
                (rate, log) = (next, Math.Log(next));
            }
            return rate;
        }
    }
}
