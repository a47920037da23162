using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Rhythm;

public class QuietWindowFinderTests
{
    static ActivityDays Activity(Observation seen) => ActivityDays.OfPopulation(seen, LocalClock.For(seen, DateTimeZone.Utc));

    // By hand: messages at every full hour 08 … 21 leave 21:30 … 08:00 free; six free hours begin anywhere from 21:30 to 02:00, the middle of which is 23:45.
    [Fact]
    public void The_middle_of_a_longer_silence_is_taken()
    {
        var messages = Enumerable.Range(0, 10).SelectMany(d => Enumerable.Range(8, 14).Select(h => ("a", "b", 1_000_080_000L + d * 86_400 + h * 3600))).ToArray();
        var quiet = QuietWindowFinder.Find(Activity(Logs.Seen(messages)), [], seed: 1)!;
        Assert.Equal((23.75, 5.75, 0.0), (quiet.StartHour, quiet.EndHour, quiet.ShareOfActivity));
        Assert.Equal((0.0, 0.0), (quiet.LowHours, quiet.HighHours));
    }

    [Fact]
    public void A_busy_half_hour_counts_once_a_day_however_much_is_written()
    {
        var seen = Logs.Seen([.. Enumerable.Range(0, 100).Select(i => ("a", "b", 1_000_080_000L + i))]);
        Assert.Equal((1, 100), (Activity(seen).ActiveBins, Activity(seen).Messages));
    }

    [Fact]
    public void Nobody_active_has_no_quiet_window() => Assert.Null(QuietWindowFinder.Find(Activity(Logs.Seen()), [], seed: 1));

    [Fact]
    public void A_shift_of_the_clock_shifts_the_window()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var utc = QuietWindowFinder.Find(Activity(seen), [], 0, draws: 0)!;
        var east = QuietWindowFinder.Find(ActivityDays.OfPopulation(seen, LocalClock.For(seen, DateTimeZone.ForOffset(Offset.FromHours(3)))), [], 0, draws: 0)!;
        Assert.Equal((utc.StartHour + 3) % 24, east.StartHour);
    }
}
