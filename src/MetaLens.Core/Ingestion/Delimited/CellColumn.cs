using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>The cells of one column of a block whose rows all have the same number of marks.</summary>
/// <param name="bytes">The block, with <see cref="ByteBlock.Padding"/> readable bytes after it.</param>
/// <param name="marks">The mark before the first row, then those of the rows.</param>
/// <param name="stride">Marks a row.</param>
/// <param name="column">Which cell of a row, below <paramref name="stride"/>.</param>
readonly ref struct CellColumn(ReadOnlySpan<byte> bytes, ReadOnlySpan<int> marks, int stride, int column)
{
    readonly ref byte _bytes = ref MemoryMarshal.GetReference(bytes);
    readonly ReadOnlySpan<int> _marks = marks;

    /// <summary>The cell of a row, without its delimiters.</summary>
    public ReadOnlySpan<byte> this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var at = (row * stride) + column;
            var start = _marks[at] + 1;
            // Marks are positions in the block, in order.
            return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, start), _marks[at + 1] - start);
        }
    }
}
