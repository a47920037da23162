using System.Numerics;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>A matrix of single-precision numbers, row after row in one array.</summary>
sealed class DenseMatrix(int rows, int columns)
{
    readonly float[] _values = new float[rows * columns];

    public int Rows => rows;
    public int Columns => columns;
    public Span<float> All => _values;
    public Span<float> this[int row] => _values.AsSpan(row * columns, columns);

    public DenseMatrix Transposed()
    {
        var turned = new DenseMatrix(columns, rows);
        for (var r = 0; r < rows; r++)
            for (var c = 0; c < columns; c++) turned._values[(c * rows) + r] = _values[(r * columns) + c];
        return turned;
    }

    /// <summary>to += factor · from.</summary>
    public static void AddScaled(Span<float> to, ReadOnlySpan<float> from, float factor)
    {
        var width = Vector<float>.Count;
        var i = 0;
        for (; i <= to.Length - width; i += width)
            (new Vector<float>(to[i..]) + (new Vector<float>(from[i..]) * factor)).CopyTo(to[i..]);
        for (; i < to.Length; i++) to[i] += from[i] * factor;
    }
}
