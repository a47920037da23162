using System.Globalization;
using MetaLens.Analyzers.EgoNetworks;

namespace MetaLens.Analyzers.WeekMatrices;

/// <summary>A person's weeks as matrices of day and time, one for each <see cref="WeekChannel"/>, as bandicoot makes them.</summary>
public static class WeekMatrix
{
    const long SecondMs = 1000, MinuteMs = 60_000, DayMs = 86_400_000, WeekMs = 7 * DayMs;

    // 1970-01-01 was a Thursday; weeks begin on Monday.
    const long MondayMs = 3 * DayMs;

    /// <summary>
    /// The cells above 0, week by week, channel by channel. A call is cut at the borders of sections, by the second; what passes the end of its week is put at the week's beginning (as in bandicoot).
    /// No records: no cells. O(records log records + sections of calls).
    /// </summary>
    /// <param name="person">Whose.</param>
    /// <param name="minutes">Length of a section, a divisor of 1,440.</param>
    /// <exception cref="ArgumentOutOfRangeException">Sections do not fill a day.</exception>
    public static IReadOnlyList<WeekCell> Of(PersonalRecords person, int minutes)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (minutes is < 1 or > 1440 || 1440 % minutes != 0) throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "The length of a section is a divisor of 1,440 minutes.");
        var cells = new List<WeekCell>();
        foreach (var week in person.Records.GroupBy(r => FloorDiv(r.At + MondayMs, WeekMs)).OrderBy(g => g.Key))
        {
            var date = DateTimeOffset.FromUnixTimeMilliseconds(week.Key * WeekMs - MondayMs).DateTime;
            int year = ISOWeek.GetYear(date), number = ISOWeek.GetWeekOfYear(date), perDay = 1440 / minutes;
            foreach (var ((channel, section), value) in Count(week, minutes * MinuteMs).OrderBy(c => c.Key))
                cells.Add(new WeekCell(year, number, channel, section / perDay, section % perDay, value));
        }
        return cells;
    }

    static Dictionary<(WeekChannel, int), long> Count(IEnumerable<PersonalRecord> week, long length)
    {
        var values = new Dictionary<(WeekChannel, int), long>();
        var met = new HashSet<(bool, int, string)>();
        foreach (var r in week)
        {
            var at = r.At + MondayMs - FloorDiv(r.At + MondayMs, WeekMs) * WeekMs;
            var section = (int)(at / length);
            if (met.Add((r.IsOut, section, r.Contact))) Add(Side(WeekChannel.ContactsIn, r.IsOut), section, 1);
            Add(Side(r.IsCall ? WeekChannel.CallsIn : WeekChannel.TextsIn, r.IsOut), section, 1);
            for (long left = r.IsCall ? Math.Max(0, r.CallSeconds) : 0, from = at; left > 0;)
            {
                var spent = Math.Min(left, (length - from % length + SecondMs - 1) / SecondMs);
                Add(Side(WeekChannel.SecondsIn, r.IsOut), (int)(from / length), spent);
                left -= spent;
                from = (from + spent * SecondMs) % WeekMs;
            }
        }
        return values;

        void Add(WeekChannel channel, int section, long value) => values[(channel, section)] = values.GetValueOrDefault((channel, section)) + value;
    }

    static WeekChannel Side(WeekChannel incoming, bool isOut) => incoming + (isOut ? 1 : 0);

    static long FloorDiv(long a, long b) => a >= 0 ? a / b : (a + 1) / b - 1;
}
