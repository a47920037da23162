using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Finds the bytes that part cells and lines, 32 at a time.</summary>
static class CellMarks
{
    /// <summary>Writes −1, for the line end before the text, and the positions of every delimiter, line end and quote, in order.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="delimiter">What parts cells.</param>
    /// <param name="second">A second such byte; the same one again if there is none.</param>
    /// <param name="marks">Takes the positions; longer than the text.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Find(ReadOnlySpan<byte> bytes, byte delimiter, byte second, Span<int> marks)
    {
        var count = 0;
        marks[count++] = -1;
        var at = 0;
        for (; at <= bytes.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var part = Vector256.Create(bytes.Slice(at, Vector256<byte>.Count));
            var found = Vector256.Equals(part, Vector256.Create(delimiter)) | Vector256.Equals(part, Vector256.Create(second))
                | Vector256.Equals(part, Vector256.Create((byte)'\n')) | Vector256.Equals(part, Vector256.Create((byte)'\r')) | Vector256.Equals(part, Vector256.Create((byte)'"'));
            for (var bits = found.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1) marks[count++] = at + BitOperations.TrailingZeroCount(bits);
        }
        for (; at < bytes.Length; at++)
            if (bytes[at] is (byte)'\n' or (byte)'\r' or (byte)'"' || bytes[at] == delimiter || bytes[at] == second) marks[count++] = at;
        return count;
    }
}
