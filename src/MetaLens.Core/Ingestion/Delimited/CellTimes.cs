using System.Runtime.CompilerServices;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Reads times from bytes: numbers and ISO 8601 dates by arithmetic, everything else as <see cref="TimeStyle"/> does.</summary>
sealed class CellTimes(TimeStyle style)
{
    const int LongestText = 64;

    readonly byte[] _date = new byte[10];
    long _dateMilliseconds = -1;

    /// <summary>Reads a column of times as Unix milliseconds; false when the row reader has to judge one of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(CellColumn cells, Span<long> milliseconds)
    {
        if (style.Unit is not { } unit)
        {
            for (var row = 0; row < milliseconds.Length; row++)
                if (!TryRead(cells[row], out milliseconds[row])) return false;
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

    // 2024-12-31T23:59:59 with or without .123, and Z or no offset as all times of the file. The date is mostly that of the row before.
    bool TryReadIso(ReadOnlySpan<byte> cell, out long milliseconds)
    {
        milliseconds = 0;
        var hasZ = cell is [.., (byte)'Z'];
        if (hasZ != style.HasOffset) return false;
        var text = hasZ ? cell[..^1] : cell;
        if (text.Length is not (19 or 23) || text[10] is not ((byte)'T' or (byte)' ')) return false;
        if (_dateMilliseconds < 0 || !text[..10].SequenceEqual(_date))
        {
            if (!TryReadDate(text[..10])) return false;
        }
        if (!TryTwo(text, 11, out var hour) || !TryTwo(text, 14, out var minute) || !TryTwo(text, 17, out var second)) return false;
        if (text[13] != ':' || text[16] != ':' || hour > 23 || minute > 59 || second > 59) return false;
        long thousandths = 0;
        if (text.Length == 23 && (text[19] != '.' || !CellNumber.TryRead(text[20..], out thousandths))) return false;
        milliseconds = _dateMilliseconds + (((((hour * 60) + minute) * 60) + second) * 1000L) + thousandths;
        return TimeStyle.IsInRange(milliseconds);
    }

    bool TryReadDate(ReadOnlySpan<byte> text)
    {
        _dateMilliseconds = -1;
        if (text[4] != '-' || text[7] != '-' || !TryTwo(text, 0, out var century) || !TryTwo(text, 2, out var year) || !TryTwo(text, 5, out var month) || !TryTwo(text, 8, out var day)) return false;
        year += century * 100;
        if (year < 1970 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        text.CopyTo(_date);
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
