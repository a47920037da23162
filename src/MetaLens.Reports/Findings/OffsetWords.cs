using System.Globalization;

namespace MetaLens.Reports.Findings;

/// <summary>Offsets from UTC in words that say something to people: two cities each, by their standard time.</summary>
public static class OffsetWords
{
    static readonly string[] Places =
    [
        "Pago Pago or Midway", "Honolulu or Papeete", "Anchorage or the Gambier Islands", "Los Angeles or Vancouver", "Denver or Phoenix", "Mexico City or Chicago", "New York or Bogotá", "Halifax or Caracas",
        "São Paulo or Buenos Aires", "South Georgia or Fernando de Noronha", "the Azores or Cape Verde", "Lisbon or Accra", "Berlin or Lagos", "Athens or Cairo", "Istanbul or Nairobi", "Dubai or Tbilisi",
        "Karachi or Tashkent", "Dhaka or Almaty", "Bangkok or Jakarta", "Beijing or Perth", "Tokyo or Seoul", "Sydney or Port Moresby", "Nouméa or Honiara", "Auckland or Suva", "Apia or Nuku'alofa",
    ];

    /// <summary>"UTC", "UTC+1", "UTC−3:30".</summary>
    public static string Name(double hours)
    {
        if (hours == 0) return "UTC";
        var (whole, minutes) = ((int)Math.Abs(hours), (int)Math.Round(Math.Abs(hours) % 1 * 60));
        return string.Create(CultureInfo.InvariantCulture, $"UTC{(hours < 0 ? '−' : '+')}{whole}{(minutes == 0 ? "" : $":{minutes:00}")}");
    }

    /// <summary>Two places with this standard time, −11 … 13, rounded to the hour.</summary>
    public static string LikePlaces(double hours) => Places[Math.Clamp((int)Math.Round(hours), -11, 13) + 11];
}
