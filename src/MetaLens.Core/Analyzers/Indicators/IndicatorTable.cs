using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Indicators as a matrix: every row a party, every column an indicator.</summary>
public sealed class IndicatorTable
{
    readonly double[] _values;

    internal IndicatorTable(IReadOnlyList<PartyId> parties, IReadOnlyList<string> names, IReadOnlyList<string> meanings, double[] values)
    {
        Parties = parties;
        Names = names;
        Meanings = meanings;
        _values = values;
    }

    /// <summary>The party of each row, ascending.</summary>
    public IReadOnlyList<PartyId> Parties { get; }

    /// <summary>The name of each column: <c>indicator__week__day__interaction[__statistic][__mean|__std]</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What each column is, with its unit.</summary>
    public IReadOnlyList<string> Meanings { get; }

    /// <summary>The values of one row, column after column; NaN = not defined.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Names.Count, Names.Count);
}
