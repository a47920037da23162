using System.Runtime.InteropServices;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>Reads nights out of silences.</summary>
public static class SleepEstimator
{
    const double LeastHours = 3, MostHours = 16;

    /// <summary>
    /// For each day, the silence from the last activity before the middle of the quiet window to the first after it, on a half-hour grid; silences under 3 h (awake) or over 16 h (not seen that day) are no nights.
    /// A night belongs to the day on which it ends. Without activity: no nights. O(active half-hours).
    /// </summary>
    /// <param name="activity">One party's activity; everybody's together is never silent.</param>
    /// <param name="quiet">Its quiet window, on the same clock.</param>
    public static SleepEstimate Of(ActivityDays activity, QuietWindow quiet)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(quiet);
        var free = new double[ActivityDays.Bins];
        var work = new double[ActivityDays.Bins];
        var hours = new List<double>();
        var last = double.NegativeInfinity;
        for (var d = 0; d < activity.Day.Count; d++)
        {
            foreach (var bin in activity.BinsOf(d))
            {
                var hour = activity.Day[d] * 24.0 + bin / 2.0;
                // The half-hour of the last activity is not silent.
                var begin = last + 0.5;
                last = hour;
                var silence = hour - begin;
                if (silence is < LeastHours or > MostHours || !Holds(begin, hour, quiet.MidHour)) continue;
                hours.Add(silence);
                var middle = (int)(CircularHours.Wrap((begin + hour) / 2) * 2) % ActivityDays.Bins;
                (LocalClock.WeekdayOf(activity.Day[d]) >= 5 ? free : work)[middle]++;
            }
        }
        var all = new double[ActivityDays.Bins];
        for (var b = 0; b < all.Length; b++) all[b] = free[b] + work[b];
        return new SleepEstimate(hours.Count, CircularHours.Mean(all).MeanHour, InterEventTimes.MedianBySorting(CollectionsMarshal.AsSpan(hours)),
            CircularHours.Difference(CircularHours.Mean(free).MeanHour, CircularHours.Mean(work).MeanHour));
    }

    static bool Holds(double begin, double end, double hourOfDay) => begin + CircularHours.Wrap(hourOfDay - begin) <= end;
}
