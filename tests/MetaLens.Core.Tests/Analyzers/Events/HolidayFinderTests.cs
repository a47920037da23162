using MetaLens.Analyzers.Events;
using MetaLens.Analyzers.Frequency;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Events;

public class HolidayFinderTests
{
    // 100 messages of 20 senders on workdays, 20 of 5 at weekends, and one silent Wednesday.
    static List<DayActivity> Weeks(int weeks, int silent, int messages = 5, int senders = 2) =>
        [.. Enumerable.Range(0, 7 * weeks).Select(d => d == silent ? new DayActivity(d, messages, senders, 0) : d % 7 >= 5 ? new DayActivity(d, 20, 5, 0) : new DayActivity(d, 100, 20, 0))];

    [Fact]
    public void A_silent_workday_is_a_holiday_and_a_weekend_is_none()
    {
        var found = Assert.Single(HolidayFinder.Of(Weeks(10, silent: 30)));
        Assert.Equal((30, 5, 100.0, 2, 20.0), (found.Day, found.Messages, found.Usual, found.ActiveSenders, found.UsualSenders));
        Assert.InRange(found.PValue, 0, 1e-9);
    }

    [Fact]
    public void A_day_on_which_as_many_people_write_is_none() => Assert.Empty(HolidayFinder.Of(Weeks(10, silent: 30, senders: 18)));

    [Fact]
    public void A_short_log_or_none_has_no_holidays()
    {
        Assert.Empty(HolidayFinder.Of([]));
        Assert.Empty(HolidayFinder.Of(Weeks(3, silent: 9)));
    }
}
