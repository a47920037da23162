using System.Globalization;
using NodaTime;

namespace MetaLens;

/// <summary>Durations as typed: a number and a unit (<c>250ms 600s 30m 1h 7d</c>).</summary>
public static class DurationText
{
    static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1e3), ("m", 60e3), ("h", 3600e3), ("d", 86400e3)];

    /// <summary>Reads a duration of 0 or more.</summary>
    /// <returns>False when the text is not a number with a unit, is negative, or is over 100 years.</returns>
    public static bool TryParse(string? text, out Duration duration)
    {
        duration = Duration.Zero;
        foreach (var (unit, milliseconds) in Units)
        {
            if (text is null || !text.EndsWith(unit, StringComparison.Ordinal)) continue;
            if (!double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)) continue;
            if (n * milliseconds > 36525 * 86400e3) return false;
            duration = Duration.FromMilliseconds((long)Math.Round(n * milliseconds));
            return true;
        }
        return false;
    }

    /// <summary>The shortest text that <see cref="TryParse"/> reads back as the same duration (to the millisecond).</summary>
    public static string Format(Duration duration)
    {
        var ms = (long)duration.TotalMilliseconds;
        for (var i = Units.Length - 1; i > 0; i--)
            if (ms != 0 && ms % (long)Units[i].Milliseconds == 0)
                return $"{ms / (long)Units[i].Milliseconds}{Units[i].Unit}";
        return $"{ms}ms";
    }
}
