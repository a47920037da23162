using System.Globalization;

namespace MetaLens.Reports.Findings;

/// <summary>Offsets from UTC and IANA zones in words for people.</summary>
public static class OffsetWords
{
    /// <summary>"UTC", "UTC+1", "UTC−3:30".</summary>
    public static string Name(double hours)
    {
        if (hours == 0) return "UTC";
        var minutes = (int)Math.Round(Math.Abs(hours) * 60);
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(hours < 0 ? '−' : '+')}{minutes / 60}{(minutes % 60 == 0 ? "" : $":{minutes % 60:00}")}");
    }

    /// <summary>The cities of up to two zones: "as in Los Angeles or Vancouver"; empty without zones.</summary>
    public static string LikePlaces(IReadOnlyList<string> zones)
    {
        ArgumentNullException.ThrowIfNull(zones);
        return zones.Count == 0 ? "" : $", as in {string.Join(" or ", zones.Take(2).Select(z => z[(z.LastIndexOf('/') + 1)..].Replace('_', ' ')))}";
    }
}
