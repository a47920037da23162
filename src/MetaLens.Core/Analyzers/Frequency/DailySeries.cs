using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Frequency;

/// <summary>A population day by day.</summary>
public static class DailySeries
{
    /// <summary>Every day from the first to the last message, days without one included; empty for an empty log. Hidden senders are not counted as active. O(rows + days).</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    public static IReadOnlyList<DayActivity> Of(Observation seen, LocalClock clock)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        if (seen.Count == 0) return [];
        var firstDay = LocalClock.DayOf(clock.ToLocal(seen.SeenAt[0]));
        var lastDayOf = new int[seen.PartyCount];
        Array.Fill(lastDayOf, int.MinValue);
        var days = new List<DayActivity>();
        for (var i = 0; i < seen.Count; i++)
        {
            // A clock put back in autumn may step back over midnight; the message stays with the later day.
            var day = Math.Max(LocalClock.DayOf(clock.ToLocal(seen.SeenAt[i])), firstDay + days.Count - 1);
            while (days.Count <= day - firstDay) days.Add(new DayActivity(firstDay + days.Count, 0, 0, 0));
            var s = seen.Sender[i];
            var isActive = s >= 0 && lastDayOf[s] != day;
            var isNew = s >= 0 && lastDayOf[s] == int.MinValue;
            if (s >= 0) lastDayOf[s] = day;
            var before = days[^1];
            days[^1] = new DayActivity(day, before.Messages + 1, before.ActiveSenders + (isActive ? 1 : 0), before.NewSenders + (isNew ? 1 : 0));
        }
        return days;
    }
}
