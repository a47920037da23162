using System.Buffers.Binary;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Whole numbers without a sign from bytes.</summary>
static class CellNumber
{
    const int MostDigits = 18;

    /// <summary>Reads 1 to 18 digits; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > MostDigits) return false;
        var i = 0;
        for (; i <= text.Length - 8; i += 8)
        {
            if (!TryEight(BinaryPrimitives.ReadUInt64LittleEndian(text[i..]), out var eight)) return false;
            number = (number * 100_000_000) + eight;
        }
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            number = (number * 10) + digit;
        }
        return true;
    }

    // Eight digits at once: neighbours are joined to pairs, pairs to fours, fours to eight.
    static bool TryEight(ulong text, out uint number)
    {
        var digits = text - 0x3030303030303030UL;
        number = 0;
        if (((text + 0x4646464646464646UL) | digits) is var beyond && (beyond & 0x8080808080808080UL) != 0) return false;
        digits = (digits * 10) + (digits >> 8);
        number = (uint)((((digits & 0x000000FF000000FFUL) * 0x000F424000000064UL) + (((digits >> 16) & 0x000000FF000000FFUL) * 0x0000271000000001UL)) >> 32);
        return true;
    }
}
