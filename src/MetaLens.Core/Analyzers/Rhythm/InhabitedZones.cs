using NodaTime;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>
/// Where mankind lives, by clock: the prior of a zone estimate. Inhabitants in millions, rounded by hand from national totals (United Nations, World Population Prospects 2022) and, inside large
/// countries, from the populations of their states; countries without a row are counted with a neighbour of the same clock. Only ratios matter, and only roughly.
/// </summary>
public static class InhabitedZones
{
    /// <summary>The zones.</summary>
    public static IReadOnlyList<InhabitedZone> All { get; } =
    [
        new("Pacific/Honolulu", 1.4), new("America/Anchorage", 0.7), new("America/Los_Angeles", 54), new("America/Vancouver", 5), new("America/Tijuana", 3.8),
        new("America/Phoenix", 7.4), new("America/Hermosillo", 2.9), new("America/Denver", 20), new("America/Edmonton", 4.7), new("America/Mazatlan", 5),
        new("America/Guatemala", 46), new("America/Chicago", 95), new("America/Winnipeg", 1.4), new("America/Mexico_City", 110), new("America/Bogota", 52),
        new("America/Lima", 34), new("America/Guayaquil", 18), new("America/Havana", 11), new("America/Port-au-Prince", 12), new("America/New_York", 158),
        new("America/Toronto", 24), new("America/Halifax", 2), new("America/Santo_Domingo", 14), new("America/Caracas", 28), new("America/La_Paz", 12),
        new("America/Manaus", 11), new("America/Santiago", 19), new("America/Asuncion", 7), new("America/St_Johns", 0.5), new("America/Sao_Paulo", 200),
        new("America/Argentina/Buenos_Aires", 49), new("Atlantic/Azores", 0.2), new("Atlantic/Cape_Verde", 0.6), new("Africa/Abidjan", 140), new("Africa/Accra", 34),
        new("Europe/London", 68), new("Europe/Dublin", 5), new("Europe/Lisbon", 10), new("Africa/Casablanca", 37), new("Africa/Lagos", 420), new("Africa/Algiers", 57),
        new("Europe/Berlin", 101), new("Europe/Paris", 80), new("Europe/Madrid", 48), new("Europe/Rome", 60), new("Europe/Warsaw", 59), new("Europe/Stockholm", 22), new("Europe/Budapest", 28),
        new("Europe/Athens", 12), new("Europe/Bucharest", 28), new("Europe/Helsinki", 13), new("Europe/Kyiv", 37), new("Africa/Cairo", 112), new("Africa/Johannesburg", 68),
        new("Africa/Maputo", 190), new("Africa/Khartoum", 58), new("Asia/Jerusalem", 15), new("Asia/Beirut", 5.5), new("Europe/Istanbul", 85), new("Europe/Moscow", 112), new("Asia/Baghdad", 44),
        new("Asia/Riyadh", 78), new("Asia/Amman", 34), new("Africa/Nairobi", 335), new("Asia/Tehran", 88), new("Asia/Dubai", 14), new("Asia/Baku", 17), new("Europe/Samara", 6),
        new("Asia/Kabul", 41), new("Asia/Karachi", 240), new("Asia/Tashkent", 52), new("Asia/Yekaterinburg", 22), new("Asia/Almaty", 20), new("Asia/Kolkata", 1450),
        new("Asia/Kathmandu", 30), new("Asia/Dhaka", 172), new("Asia/Bishkek", 7), new("Asia/Yangon", 54), new("Asia/Bangkok", 96), new("Asia/Ho_Chi_Minh", 98), new("Asia/Jakarta", 190),
        new("Asia/Novosibirsk", 13), new("Asia/Shanghai", 1410), new("Asia/Manila", 115), new("Asia/Kuala_Lumpur", 34), new("Asia/Singapore", 6), new("Asia/Hong_Kong", 8), new("Asia/Taipei", 24),
        new("Asia/Makassar", 55), new("Australia/Perth", 2.9), new("Asia/Tokyo", 124), new("Asia/Seoul", 52), new("Asia/Pyongyang", 26), new("Asia/Jayapura", 9), new("Australia/Darwin", 0.3),
        new("Australia/Adelaide", 1.9), new("Australia/Brisbane", 5.4), new("Australia/Sydney", 16), new("Pacific/Port_Moresby", 10), new("Asia/Vladivostok", 3), new("Pacific/Noumea", 1.3),
        new("Pacific/Auckland", 5.2), new("Pacific/Fiji", 0.9), new("Pacific/Tongatapu", 0.3),
    ];

    /// <summary>Each UTC offset in use at an instant, ascending, with those that lived by it then; summer time as the tz database has it. O(zones).</summary>
    public static IReadOnlyList<InhabitedOffset> OffsetsAt(Instant instant) =>
        [.. All.GroupBy(z => OffsetHours(z, instant)).OrderBy(g => g.Key)
            .Select(g => new InhabitedOffset(g.Key, g.Sum(z => z.Millions), [.. g.OrderByDescending(z => z.Millions).Select(z => z.Id)]))];

    static double OffsetHours(InhabitedZone zone, Instant instant) => DateTimeZoneProviders.Tzdb[zone.Id].GetUtcOffset(instant).Seconds / 3600.0;
}
