using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace MetaLens.Ingestion.Delimited;

/// <summary>How the times of one file are written, decided once over its first rows so that every row is read alike.</summary>
sealed class TimeStyle
{
    const long RelativeBelowSeconds = 100_000_000;
    const long LastMillisecond = 7_258_118_400_000; // 2200-01-01

    readonly TimeUnit? _unit;
    readonly string? _format;
    readonly DateOrder _order;
    readonly DateTimeZone? _zone;

    TimeStyle(TimeUnit? unit, bool relative, string? format, DateOrder order, bool hasOffset, DateTimeZone? zone)
    {
        _unit = unit;
        IsRelative = relative;
        _format = format;
        _order = order;
        HasOffset = hasOffset;
        _zone = zone;
    }

    /// <summary>Unit of times that are numbers; null when they are dates.</summary>
    public TimeUnit? Unit => _unit;

    /// <summary>Whether dates may be written as ISO 8601 has them, and mean UTC or a wall clock of an unnamed zone.</summary>
    public bool TakesIsoDates => _unit is null && _format is null && (_zone is null || HasOffset);

    /// <summary>Seconds from an unnamed start.</summary>
    public bool IsRelative { get; }

    /// <summary>Every time names its offset from UTC.</summary>
    public bool HasOffset { get; }

    /// <summary>What the times are measured against once read.</summary>
    public TimeBasis Basis =>
        IsRelative ? TimeBasis.Relative : _unit is not null || HasOffset || _zone is not null ? TimeBasis.Utc : TimeBasis.LocalUnknown;

    /// <summary>Decides the style.</summary>
    /// <exception cref="MessageFormatException">Day and month cannot be told apart, or no sample reads as a time.</exception>
    public static TimeStyle Of(IReadOnlyList<string> samples, ReadOptions options, string file)
    {
        var filled = samples.Where(s => s.Length > 0).ToList();
        if (options.TimeFormat is not null)
            return new TimeStyle(null, false, options.TimeFormat, default, options.TimeFormat.Contains('z', StringComparison.Ordinal), options.TimeZone);
        var numbers = Array.ConvertAll([.. filled.Where(IsNumber)], s => double.Parse(s, CultureInfo.InvariantCulture));
        if (numbers.Length * 2 > filled.Count || (filled.Count == 0 && options.TimeUnit is not null))
        {
            var unit = options.TimeUnit ?? (MostAreFrom(1e14) ? TimeUnit.Microseconds : MostAreFrom(1e11) ? TimeUnit.Milliseconds : TimeUnit.Seconds);
            var relative = options.RelativeTime || (options.TimeUnit is null && unit == TimeUnit.Seconds && numbers.Length > 0 && !numbers.Any(n => n >= RelativeBelowSeconds));
            return new TimeStyle(unit, relative, null, default, hasOffset: false, options.TimeZone);
        }
        var offsets = filled.Count(s => DateText.TryRead(s, DateOrder.YearMonthDay, out _, out var offset) && offset is not null);
        var order = options.DateOrder ?? DateText.OrderOf(filled)
            ?? throw new MessageFormatException(new Place(file), "dates whose day and month cannot be told apart", "at least one day above 12", "say the order with --date-order dmy or mdy");
        return new TimeStyle(null, options.RelativeTime, null, order, offsets * 2 > filled.Count, options.TimeZone);

        // Half of them, and one at least.
        bool MostAreFrom(double limit) => numbers.Length > 0 && numbers.Count(n => n >= limit) * 2 >= numbers.Length;
    }

    /// <summary>Reads a time as Unix milliseconds.</summary>
    /// <returns>Null when read, else why not.</returns>
    public RejectReason? Read(ReadOnlySpan<char> text, out long milliseconds)
    {
        milliseconds = 0;
        if (text.IsEmpty) return RejectReasons.TimeEmpty;
        if (_unit is { } unit) return ReadNumber(text, unit, out milliseconds);
        LocalDateTime local;
        Offset? offset = null;
        if (_format is not null)
        {
            if (!DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var exact)) return RejectReasons.TimeUnreadable;
            local = LocalDateTime.FromDateTime(exact.DateTime);
            if (HasOffset) offset = Offset.FromTimeSpan(exact.Offset);
        }
        else if (!DateText.TryRead(text, _order, out local, out offset)) return DateText.TryRead(text, null, out _, out _) ? RejectReasons.DateNotOfOrder : RejectReasons.TimeUnreadable;
        if (HasOffset != offset.HasValue) return RejectReasons.TimeUnreadable;
        var instant = offset is { } o ? local.WithOffset(o).ToInstant() : _zone is null ? local.InUtc().ToInstant() : _zone.AtLeniently(local).ToInstant();
        milliseconds = instant.ToUnixTimeMilliseconds();
        return IsInRange(milliseconds) ? null : RejectReasons.TimeOutOfRange;
    }

    /// <summary>A whole number of units as Unix milliseconds; false when it is before 1970 or after 2200.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryScale(long number, TimeUnit unit, out long milliseconds)
    {
        milliseconds = 0;
        if (number is < 0 or > long.MaxValue / 1000) return false;
        milliseconds = unit switch { TimeUnit.Seconds => number * 1000, TimeUnit.Milliseconds => number, _ => number / 1000 };
        return IsInRange(milliseconds);
    }

    /// <summary>Whether an instant is between 1970 and 2200.</summary>
    public static bool IsInRange(long milliseconds) => milliseconds is >= 0 and <= LastMillisecond;

    static RejectReason? ReadNumber(ReadOnlySpan<char> text, TimeUnit unit, out long milliseconds)
    {
        milliseconds = 0;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return TryScale(whole, unit, out milliseconds) ? null : RejectReasons.TimeOutOfRange;
        }
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact))
        {
            if (exact is < 0 or > LastMillisecond * 1000m) return RejectReasons.TimeOutOfRange;
            milliseconds = (long)(exact * unit switch { TimeUnit.Seconds => 1000m, TimeUnit.Milliseconds => 1m, _ => 0.001m });
        }
        else return RejectReasons.TimeUnreadable;
        return IsInRange(milliseconds) ? null : RejectReasons.TimeOutOfRange;
    }

    static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
