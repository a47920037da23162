using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Reads times from bytes: numbers and ISO 8601 dates by arithmetic, everything else as <see cref="TimeStyle"/> does.</summary>
sealed class CellTimes(TimeStyle style)
{
    const int LongestText = 64;

    readonly bool _hasZ = style.HasOffset;

    // The date read last, as its bytes: the next is mostly the same.
    ulong _month = MemoryMarshal.Read<ulong>("1970-01-"u8);
    ushort _day = MemoryMarshal.Read<ushort>("01"u8);
    long _dateMilliseconds;

    /// <summary>Reads a column of times as Unix milliseconds; false when the row reader has to judge one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(CellColumn cells, Span<long> milliseconds)
    {
        if (style.Unit is not { } unit)
        {
            var takesIso = style.TakesIsoDates;
            for (var row = 0; row < milliseconds.Length; row++)
                if (!(takesIso && TryReadIso(cells[row], out milliseconds[row])) && !TryReadText(cells[row], out milliseconds[row])) return false;
            return true;
        }
        for (var row = 0; row < milliseconds.Length; row++)
        {
            var isRead = CellNumber.TryRead(cells[row], out var number) && TimeStyle.TryScale(number, unit, out milliseconds[row]);
            if (!isRead && !TryReadText(cells[row], out milliseconds[row])) return false;
        }
        return true;
    }

    /// <summary>Reads a time as Unix milliseconds; false when the row reader has to judge it.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, out long milliseconds)
    {
        if (style.Unit is { } unit)
        {
            if (CellNumber.TryRead(cell, out var number) && TimeStyle.TryScale(number, unit, out milliseconds)) return true;
        }
        else if (style.TakesIsoDates && TryReadIso(cell, out milliseconds)) return true;
        return TryReadText(cell, out milliseconds);
    }

    // 2024-12-31T23:59:59 with or without .123, and Z or no offset as all times of the file.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    bool TryReadIso(ReadOnlySpan<byte> cell, out long milliseconds)
    {
        milliseconds = 0;
        var length = cell.Length - (_hasZ ? 1 : 0);
        if (length is not (19 or 23) || (_hasZ && cell[length] != 'Z')) return false;
        ref var at = ref MemoryMarshal.GetReference(cell);
        if (Unsafe.Add(ref at, 10) is not ((byte)'T' or (byte)' ')) return false;
        if (_month != Unsafe.ReadUnaligned<ulong>(ref at) || _day != Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref at, 8)))
        {
            if (!TryReadDate(cell)) return false;
        }
        if (!CellNumber.TryReadClock(ref Unsafe.Add(ref at, 11), out var seconds)) return false;
        long thousandths = 0;
        if (length == 23 && (cell[19] != '.' || !CellNumber.TryRead(cell[20..23], out thousandths))) return false;
        milliseconds = _dateMilliseconds + (seconds * 1000L) + thousandths;
        return TimeStyle.IsInRange(milliseconds);
    }

    bool TryReadDate(ReadOnlySpan<byte> text)
    {
        if (text[4] != '-' || text[7] != '-' || !TryTwo(text, 0, out var century) || !TryTwo(text, 2, out var year) || !TryTwo(text, 5, out var month) || !TryTwo(text, 8, out var day)) return false;
        year += century * 100;
        if (year < 1970 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        (_month, _day) = (MemoryMarshal.Read<ulong>(text), MemoryMarshal.Read<ushort>(text[8..]));
        _dateMilliseconds = (new DateOnly(year, month, day).DayNumber - new DateOnly(1970, 1, 1).DayNumber) * 86_400_000L;
        return true;
    }

    static bool TryTwo(ReadOnlySpan<byte> text, int at, out int number)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        number = (tens * 10) + ones;
        return (uint)tens < 10 && (uint)ones < 10;
    }

    bool TryReadText(ReadOnlySpan<byte> cell, out long milliseconds)
    {
        milliseconds = 0;
        Span<char> text = stackalloc char[LongestText];
        if (cell.Length > LongestText || cell is [(byte)'\'', ..]) return false;
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] >= 0x80) return false;
            text[i] = (char)cell[i];
        }
        return style.Read(text[..cell.Length], out milliseconds) is null;
    }
}
