namespace MetaLens.Analyzers.Indicators;

/// <summary>Writes the numbers of a period one after the other.</summary>
/// <param name="into">Where to.</param>
/// <param name="statistics">Places of a distribution; 1 = keep its values and write their place among <paramref name="lists"/>.</param>
/// <param name="lists">Values of distributions, where they are kept.</param>
ref struct IndicatorWriter(Span<double> into, int statistics, List<double[]> lists)
{
    readonly Span<double> _into = into;
    int _at;

    /// <summary>A number; not defined, as in bandicoot, where there is no record of the sort.</summary>
    public void Put(int records, double value) => _into[_at++] = records == 0 ? double.NaN : value;

    public void Put(Distribution distribution)
    {
        if (statistics == 1)
        {
            _into[_at++] = lists.Count;
            lists.Add(distribution.Values.ToArray());
            return;
        }
        distribution.Summarize(_into.Slice(_at, statistics));
        _at += statistics;
    }
}
