using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Indicators as a matrix: every row a party, every column an indicator.</summary>
public sealed class IndicatorTable
{
    readonly double[] _values;
    readonly double[][][] _lists;
    readonly IReadOnlyList<bool> _isList;

    internal IndicatorTable(IReadOnlyList<PartyId> parties, IndicatorLayout layout, double[] values, double[][][] lists)
    {
        Parties = parties;
        Names = layout.Names;
        Meanings = layout.Meanings;
        _isList = layout.IsList;
        _values = values;
        _lists = lists;
    }

    /// <summary>The party of each row, ascending.</summary>
    public IReadOnlyList<PartyId> Parties { get; }

    /// <summary>The name of each column: <c>indicator__week__day__interaction[__statistic][__mean|__std]</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What each column is, with its unit.</summary>
    public IReadOnlyList<string> Meanings { get; }

    /// <summary>Whether a column is a list of values, see <see cref="List"/>.</summary>
    public bool IsList(int column) => _isList[column];

    /// <summary>Every value of a distribution, in no order that means anything. O(1).</summary>
    /// <exception cref="ArgumentException">The column is a number.</exception>
    public IReadOnlyList<double> List(int row, int column) =>
        _isList[column] ? _lists[row][(int)_values[row * Names.Count + column]] : throw new ArgumentException($"Column {column} ({Names[column]}) is a number, not a list.", nameof(column));

    /// <summary>The values of one row, column after column; NaN = not defined. Of a list the value means nothing.</summary>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Names.Count, Names.Count);
}
