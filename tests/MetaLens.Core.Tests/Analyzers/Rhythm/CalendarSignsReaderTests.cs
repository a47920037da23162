using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class CalendarSignsReaderTests
{
    // A year in which ten messages a day go out between noon and two by the clock of a zone, and two a day on its weekend; the clock is the zone's, so that UTC shows its summer time.
    static CalendarSigns Year(string zone, IsoDayOfWeek firstRestDay)
    {
        var tz = DateTimeZoneProviders.Tzdb[zone];
        var random = new Random(1);
        var messages = new List<(string, string, long)>();
        for (var d = new LocalDate(2023, 1, 1); d.Year == 2023; d = d.PlusDays(1))
        {
            var isRest = d.DayOfWeek == firstRestDay || d.PlusDays(-1).DayOfWeek == firstRestDay;
            for (var i = 0; i < (isRest ? 2 : 10); i++)
                messages.Add(("a", "b", d.At(new LocalTime(12 + random.Next(2), random.Next(60))).InZoneLeniently(tz).ToInstant().ToUnixTimeSeconds()));
        }
        var seen = Logs.Seen([.. messages.OrderBy(m => m.Item3)]);
        return CalendarSignsReader.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), LocalClock.For(seen, tz), seed: 1);
    }

    [Fact]
    public void A_northern_summer_time_moves_hours_an_hour_earlier_in_utc()
    {
        var signs = Year("Europe/Lisbon", IsoDayOfWeek.Saturday);
        Assert.InRange(signs.SummerShiftHours, -1.1, -0.9);
        Assert.InRange(signs.SummerShiftHigh, -1.1, -0.8);
        Assert.Equal((5, 0.2, 1.0), (signs.FirstRestDay, Math.Round(signs.RestShare, 10), signs.RestCertainty));
    }

    [Fact]
    public void A_southern_summer_time_moves_them_later_and_none_leaves_them()
    {
        Assert.InRange(Year("Pacific/Auckland", IsoDayOfWeek.Saturday).SummerShiftHours, 0.9, 1.1);
        Assert.InRange(Year("Asia/Dubai", IsoDayOfWeek.Friday).SummerShiftHours, -0.1, 0.1);
    }

    [Fact]
    public void A_weekend_of_friday_and_saturday_is_seen() => Assert.Equal(4, Year("Asia/Riyadh", IsoDayOfWeek.Friday).FirstRestDay);

    [Fact]
    public void A_short_log_tells_nothing()
    {
        var seen = Logs.Seen(("a", "b", 0));
        var signs = CalendarSignsReader.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), LocalClock.For(seen, DateTimeZone.Utc), 1);
        Assert.Equal((double.NaN, null), (signs.SummerShiftHours, signs.FirstRestDay));
    }
}
