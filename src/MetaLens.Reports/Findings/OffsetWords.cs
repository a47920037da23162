using System.Globalization;
using MetaLens.Reports.Languages;

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
    public static string LikePlaces(IReadOnlyList<string> zones, Language language)
    {
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(language);
        return zones.Count == 0 ? "" : zones.Count == 1 ? language.Say("places.one", ("first", City(zones[0]))) : language.Say("places.two", ("first", City(zones[0])), ("second", City(zones[1])));
    }

    static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
