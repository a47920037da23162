using System.Globalization;

namespace MetaLens.Reports.Charts;

/// <summary>Numbers as a reader sees them. One place, so that a sentence, a picture and a table say the same.</summary>
public static class Figures
{
    /// <summary>A whole number with thousands set off by commas.</summary>
    public static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A whole number of things: "1 person", "2,000 people".</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>A share 0 … 1 in per cent: whole above 10 %, one decimal below, "under 0.1 %" for what would round to nothing. The space does not break. NaN is "–".</summary>
    public static string Percent(double share) => double.IsNaN(share) ? "–"
        : share > 0 && share < 0.0005 ? "under 0.1\u00a0%"
        : share is > 0 and < 0.0995 ? Text(share * 100, "0.0") + "\u00a0%"
        : share is < 1 and > 0.995 ? Text(Math.Floor(share * 1000) / 10, "0.0") + "\u00a0%"
        : Text(share * 100, "0") + "\u00a0%";

    /// <summary>A share 0 … 1 in whole per cent, for columns of numbers with intervals.</summary>
    public static string WholePercent(double share) => Text(share * 100, "0") + "\u00a0%";

    /// <summary>A number to three significant digits, whole above 100.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? "–"
        : Math.Abs(value) >= 100 || value == Math.Floor(value) ? Text(value, "#,0")
        : Math.Abs(value) >= 10 ? Text(value, "0.#")
        : Text(value, "0.##");

    /// <summary>A time of day from hours 0 … 24, as 06:30.</summary>
    public static string HourOfDay(double hour)
    {
        var minutes = (((int)Math.Round(hour * 60) % 1440) + 1440) % 1440;
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
