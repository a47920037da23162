using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MetaLens.Ingestion.Delimited;

/// <summary>The bytes that part cells and lines, found 32 at a time.</summary>
/// <param name="Count">How many there are, with the line end before the text.</param>
/// <param name="LineFeeds">How many of them are line feeds.</param>
/// <param name="HasOthers">Whether any is neither that nor a delimiter: a quote or a carriage return.</param>
readonly record struct CellMarks(int Count, int LineFeeds, bool HasOthers)
{
    /// <summary>Places beyond the bytes of a text that the marks need.</summary>
    public const int Spare = 9;

    // As many as most stretches have: so many are always written, for to ask each time would cost more.
    const int AtOnce = 8;

    /// <summary>Writes −1, for the line end before the text, and the positions of every delimiter, line end and quote, in order.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="delimiter">What parts cells.</param>
    /// <param name="second">A second such byte; the same one again if there is none.</param>
    /// <param name="marks">Takes the positions; longer than the text by <see cref="Spare"/>. What stands behind the last is overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CellMarks Find(ReadOnlySpan<byte> bytes, byte delimiter, byte second, Span<int> marks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(marks.Length, bytes.Length + Spare, nameof(marks));
        ref var first = ref MemoryMarshal.GetReference(marks);
        var (count, lineFeeds, at) = (0, 0, 0);
        var others = Vector256<byte>.Zero;
        marks[count++] = -1;
        for (; at <= bytes.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var part = Vector256.Create(bytes.Slice(at, Vector256<byte>.Count));
            var lines = Vector256.Equals(part, Vector256.Create((byte)'\n'));
            var other = Vector256.Equals(part, Vector256.Create((byte)'\r')) | Vector256.Equals(part, Vector256.Create((byte)'"'));
            var bits = (Vector256.Equals(part, Vector256.Create(delimiter)) | Vector256.Equals(part, Vector256.Create(second)) | lines | other).ExtractMostSignificantBits();
            others |= other;
            lineFeeds += BitOperations.PopCount(lines.ExtractMostSignificantBits());
            ref var next = ref Unsafe.Add(ref first, count);
            count += BitOperations.PopCount(bits);
            bits = PutFour(bits, at, ref next);
            bits = PutFour(bits, at, ref Unsafe.Add(ref next, AtOnce / 2));
            for (next = ref Unsafe.Add(ref next, AtOnce); bits != 0; next = ref Unsafe.Add(ref next, 1)) bits = Put(bits, at, ref next);
        }
        var hasOthers = others != Vector256<byte>.Zero;
        for (; at < bytes.Length; at++)
        {
            var isOther = bytes[at] is (byte)'\r' or (byte)'"';
            hasOthers |= isOther;
            if (bytes[at] == '\n') lineFeeds++;
            if (bytes[at] == '\n' || isOther || bytes[at] == delimiter || bytes[at] == second) marks[count++] = at;
        }
        return new CellMarks(count, lineFeeds, hasOthers);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint PutFour(uint bits, int at, ref int next) =>
        Put(Put(Put(Put(bits, at, ref next), at, ref Unsafe.Add(ref next, 1)), at, ref Unsafe.Add(ref next, 2)), at, ref Unsafe.Add(ref next, 3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint Put(uint bits, int at, ref int next)
    {
        next = at + BitOperations.TrailingZeroCount(bits);
        return bits & (bits - 1);
    }
}
