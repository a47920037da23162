using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>Tests a population's log for daylight saving and for its weekend.</summary>
public static class CalendarSignsReader
{
    const int Draws = 200, LeastDays = 14, LeastSeasonDays = 14;

    /// <summary>
    /// Daylight saving: circular mean hour of all messages of June–August less that of December–February, by the clock given (UTC, to see the shift); weekend: the two adjacent weekdays with the least messages a
    /// day. Intervals by drawing days again (200 draws). Fewer than 14 days of either season: NaN; fewer than 14 days: no weekend. O(rows + draws · days).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="hours">Clock of the hours: UTC.</param>
    /// <param name="days">Clock of the days: local time.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static CalendarSigns Of(Observation seen, LocalClock hours, LocalClock days, int seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(hours);
        ArgumentNullException.ThrowIfNull(days);
        var summer = new Dictionary<int, double[]>();
        var winter = new Dictionary<int, double[]>();
        var counts = new SortedDictionary<int, int>();
        foreach (var at in seen.SeenAt)
        {
            var (local, day) = (hours.ToLocal(at), LocalClock.DayOf(days.ToLocal(at)));
            counts[day] = counts.GetValueOrDefault(day) + 1;
            var month = DateTime.UnixEpoch.AddMilliseconds(local).Month;
            if (month is not (6 or 7 or 8 or 12 or 1 or 2)) continue;
            var season = month is 6 or 7 or 8 ? summer : winter;
            if (!season.TryGetValue(LocalClock.DayOf(local), out var profile)) season[LocalClock.DayOf(local)] = profile = new double[24];
            profile[LocalClock.HourOf(local)]++;
        }
        var random = new Random(seed);
        var (shift, low, high) = Shift([.. summer.OrderBy(d => d.Key).Select(d => d.Value)], [.. winter.OrderBy(d => d.Key).Select(d => d.Value)], random);
        var (first, share, certainty) = Rest(counts, random);
        return new CalendarSigns(shift, low, high, first, share, certainty);
    }

    static (double Shift, double Low, double High) Shift(double[][] summer, double[][] winter, Random random)
    {
        if (summer.Length < LeastSeasonDays || winter.Length < LeastSeasonDays) return (double.NaN, double.NaN, double.NaN);
        var shift = CircularHours.Difference(MeanHour(summer), MeanHour(winter));
        var drawn = new double[Draws];
        for (var d = 0; d < Draws; d++) drawn[d] = CircularHours.Difference(MeanHour(Redrawn(summer, random)), MeanHour(Redrawn(winter, random)));
        var (low, high) = CircularHours.Interval(shift, drawn);
        return (shift, shift + low, shift + high);
    }

    static double MeanHour(double[][] days)
    {
        var all = new double[24];
        foreach (var day in days)
            for (var h = 0; h < 24; h++) all[h] += day[h];
        return CircularHours.Mean(all).MeanHour;
    }

    static (int? First, double Share, double Certainty) Rest(SortedDictionary<int, int> counts, Random random)
    {
        if (counts.Count == 0 || counts.Keys.Last() - counts.Keys.First() + 1 < LeastDays) return (null, double.NaN, double.NaN);
        var first = counts.Keys.First();
        var days = Enumerable.Range(first, counts.Keys.Last() - first + 1).Select(d => (Weekday: LocalClock.WeekdayOf(d), Messages: counts.GetValueOrDefault(d))).ToArray();
        var found = FirstRestDay(days);
        var same = Enumerable.Range(0, Draws).Count(_ => FirstRestDay(Redrawn(days, random)) == found);
        var means = Means(days);
        double rest = means[found] + means[(found + 1) % 7], others = means.Sum() - rest;
        return (found, others == 0 ? double.NaN : rest / 2 / (others / 5), (double)same / Draws);
    }

    static int FirstRestDay((int Weekday, int Messages)[] days)
    {
        var means = Means(days);
        return Enumerable.Range(0, 7).MinBy(d => means[d] + means[(d + 1) % 7]);
    }

    static double[] Means((int Weekday, int Messages)[] days)
    {
        double[] sum = new double[7], n = new double[7];
        foreach (var (weekday, messages) in days)
        {
            sum[weekday] += messages;
            n[weekday]++;
        }
        // A weekday that was not drawn counts as an ordinary one.
        var mean = sum.Sum() / Math.Max(1, n.Sum());
        return [.. sum.Select((s, d) => n[d] == 0 ? mean : s / n[d])];
    }

    static T[] Redrawn<T>(T[] from, Random random) => Array.ConvertAll(from, _ => from[random.Next(from.Length)]);
}
