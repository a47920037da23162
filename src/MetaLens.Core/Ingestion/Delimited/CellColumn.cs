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
    readonly ref int _mark = ref MemoryMarshal.GetReference(marks[column..]);
    readonly int _stride = stride;

    /// <summary>The cell of a row, without its delimiters. The row is not checked: only rows that the marks hold may be asked for.</summary>
    public ReadOnlySpan<byte> this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref var mark = ref Unsafe.Add(ref _mark, row * _stride);
            // Marks are positions in the block, in order.
            return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _bytes, mark + 1), Unsafe.Add(ref mark, 1) - mark - 1);
        }
    }
}
