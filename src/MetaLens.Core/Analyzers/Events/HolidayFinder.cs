using MathNet.Numerics.Distributions;
using MetaLens.Analyzers.Frequency;
using MetaLens.Graphs;

namespace MetaLens.Analyzers.Events;

/// <summary>Finds the days on which a whole population falls silent.</summary>
public static class HolidayFinder
{
    const int WeeksAround = 4, LeastWeekdays = 3;
    const double LargestPart = 0.5, LargestPValue = 0.05;

    /// <summary>
    /// Days with at most half the usual messages and half the usual active senders, the usual being the median of the same weekday in the four weeks before and after, too few by chance: z = (n − m)/√(φ m), φ the
    /// median of (n − m)²/m over all days over 0.455 (the median of χ²₁), at least 1; normal tail, Benjamini–Hochberg over days, at most 0.05. Days with fewer than three such weekdays around, or none usual, are not
    /// judged; fewer than four weeks give nothing. O(days).
    /// </summary>
    public static IReadOnlyList<Holiday> Of(IReadOnlyList<DayActivity> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        const double MedianOfChiSquare = 0.4549364;
        var judged = new List<(DayActivity Day, double Usual, double Senders)>();
        for (var i = 0; i < days.Count; i++)
        {
            int[] around = [.. Enumerable.Range(-WeeksAround, 2 * WeeksAround + 1).Where(w => w != 0).Select(w => i + 7 * w).Where(j => j >= 0 && j < days.Count)];
            if (around.Length >= LeastWeekdays && Median(around.Select(j => (double)days[j].Messages)) is > 0 and var usual)
                judged.Add((days[i], usual, Median(around.Select(j => (double)days[j].ActiveSenders))));
        }
        if (judged.Count == 0) return [];
        var dispersion = Math.Max(1, Median(judged.Select(d => (d.Day.Messages - d.Usual) * (d.Day.Messages - d.Usual) / d.Usual)) / MedianOfChiSquare);
        var p = judged.Select(d => Normal.CDF(0, 1, (d.Day.Messages - d.Usual) / Math.Sqrt(dispersion * d.Usual))).ToArray();
        var corrected = FalseDiscovery.BenjaminiHochberg(p);
        return [.. judged.Select((d, i) => new Holiday(d.Day.Day, d.Day.Messages, d.Usual, d.Day.ActiveSenders, d.Senders, corrected[i]))
            .Where(h => h.Messages <= LargestPart * h.Usual && h.ActiveSenders <= LargestPart * h.UsualSenders && h.PValue <= LargestPValue)];
    }

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
