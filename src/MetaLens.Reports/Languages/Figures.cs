using System.Globalization;
using NodaTime;

namespace MetaLens.Reports.Languages;

/// <summary>Numbers and dates as the readers of a language see them. One place, so that a sentence, a picture and a table say the same.</summary>
public sealed class Figures
{
    readonly CultureInfo _culture;
    readonly string _percent, _under;

    /// <summary>The figures of a language.</summary>
    /// <param name="sentences">Its sentences by key, of which those that begin with <c>number.</c> and <c>date.</c> are read.</param>
    internal Figures(IReadOnlyDictionary<string, string> sentences)
    {
        // The program knows no culture but the invariant one, so that it runs alike on every machine; a language brings its own.
        _culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (_culture.NumberFormat.NumberGroupSeparator, _culture.NumberFormat.NumberDecimalSeparator) = (sentences["number.group"], sentences["number.decimal"]);
        var dates = _culture.DateTimeFormat;
        dates.MonthNames = dates.MonthGenitiveNames = [.. sentences["date.months"].Split(' '), ""];
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames = [.. sentences["date.months.short"].Split(' '), ""];
        (_percent, _under) = (sentences["number.percent"], sentences["number.percent.under"]);
    }

    /// <summary>A whole number with thousands set off.</summary>
    public string Count(long count) => count.ToString("#,0", _culture);

    /// <summary>A share 0 … 1 in per cent: whole above 10 %, one decimal below, "under 0.1 %" for what would round to nothing. The space does not break. NaN is "–".</summary>
    public string Percent(double share) => double.IsNaN(share) ? "–"
        : share > 0 && share < 0.0005 ? _under.Replace("{percent}", PerCent(0.1, "0.0"), StringComparison.Ordinal)
        : share is > 0 and < 0.0995 ? PerCent(share * 100, "0.0")
        : share is < 1 and > 0.995 ? PerCent(Math.Floor(share * 1000) / 10, "0.0")
        : WholePercent(share);

    /// <summary>A share 0 … 1 in whole per cent, for columns of numbers with intervals.</summary>
    public string WholePercent(double share) => PerCent(share * 100, "0");

    /// <summary>A number to three significant digits, whole above 100.</summary>
    public string Number(double value) =>
        double.IsNaN(value) ? "–"
        : Math.Abs(value) >= 100 || value == Math.Floor(value) ? value.ToString("#,0", _culture)
        : Math.Abs(value) >= 10 ? value.ToString("0.#", _culture)
        : value.ToString("0.##", _culture);

    /// <summary>A time of day from hours 0 … 24, as 06:30.</summary>
    public string HourOfDay(double hour)
    {
        var minutes = (((int)Math.Round(hour * 60) % 1440) + 1440) % 1440;
        return string.Create(_culture, $"{minutes / 60:00}:{minutes % 60:00}");
    }

    /// <summary>A date by a pattern of NodaTime (<c>d MMMM yyyy</c>), with the language's names of months.</summary>
    public string Date(LocalDate date, string pattern) => date.ToString(pattern, _culture);

    /// <summary>A value as a sentence writes it (see <see cref="Language"/>).</summary>
    /// <param name="value">A text, a number or a date.</param>
    /// <param name="format">How; empty for the usual way.</param>
    internal string Text(object value, string format) => (value, format) switch
    {
        (string text, "") => text,
        (int or long, "") => Count(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        (double number, "") => Number(number),
        (double share, "percent") => Percent(share),
        (double share, "whole-percent") => WholePercent(share),
        (double hour, "hour") => HourOfDay(hour),
        (int or long, _) when format.Split('|') is [var one, var other] => (Convert.ToInt64(value, CultureInfo.InvariantCulture) == 1 ? one : other).Replace("#", Text(value, ""), StringComparison.Ordinal),
        (LocalDate date, { Length: > 0 }) => Date(date, format),
        _ => throw new FormatException($"'{format}' says not how to write a {value.GetType().Name}."),
    };

    string PerCent(double value, string format) => _percent.Replace("{number}", value.ToString(format, _culture), StringComparison.Ordinal);
}
