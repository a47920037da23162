using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Whole numbers without a sign from bytes.</summary>
static class CellNumber
{
    const int MostDigits = 18;
    const ulong Zeros = 0x3030303030303030UL;

    /// <summary>Reads 1 to 18 digits; false for anything else.</summary>
    /// <param name="text">The digits, in a buffer with <see cref="ByteBlock.Padding"/> readable bytes after them.</param>
    /// <param name="number">What they say.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > MostDigits) return false;
        ref var at = ref MemoryMarshal.GetReference(text);
        // What is too short for eight gets zeros before it; the eights follow.
        var first = ((text.Length - 1) & 7) + 1;
        if (!TryEight((Word(ref at) << (64 - (8 * first))) | (Zeros >> (4 * first) >> (4 * first)), out var part)) return false;
        number = part;
        for (var i = first; i < text.Length; i += 8)
        {
            if (!TryEight(Word(ref Unsafe.Add(ref at, i)), out part)) return false;
            number = (number * 100_000_000) + part;
        }
        return true;
    }

    /// <summary>Reads 23:59:59 as seconds, 0 … 86,399; false for anything else.</summary>
    /// <param name="text">The first of eight bytes.</param>
    /// <param name="seconds">What they say.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadClock(ref byte text, out int seconds)
    {
        const ulong At = 0x0000FF0000FF0000UL, Colons = 0x00003A00003A0000UL, ColonsOverZeros = 0x00000A00000A0000UL;
        seconds = 0;
        var word = Word(ref text);
        // With zeros for colons it is one number, 23059059.
        if ((word & At) != Colons || !TryEight(word - ColonsOverZeros, out var number)) return false;
        var (hour, minute, second) = (number / 1_000_000, number / 1000 % 1000, number % 1000);
        seconds = (int)((((hour * 60) + minute) * 60) + second);
        return hour < 24 && minute < 60 && second < 60;
    }

    static ulong Word(ref byte at) => Unsafe.ReadUnaligned<ulong>(ref at);

    // Eight digits at once: neighbours are joined to pairs, pairs to fours, fours to eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryEight(ulong text, out uint number)
    {
        var digits = text - Zeros;
        number = 0;
        if (((text + 0x4646464646464646UL) | digits) is var beyond && (beyond & 0x8080808080808080UL) != 0) return false;
        digits = (digits * 10) + (digits >> 8);
        number = (uint)((((digits & 0x000000FF000000FFUL) * 0x000F424000000064UL) + (((digits >> 16) & 0x000000FF000000FFUL) * 0x0000271000000001UL)) >> 32);
        return true;
    }
}
