using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary><see cref="LombScargle"/> of everybody and of each party as a table.</summary>
sealed class PeriodsAnalysis : IAnalysis
{
    const long HourMs = 3_600_000;
    const double Shortest = 4, Longest = 28 * 24;
    const int OnGrid = 60;

    static readonly AnalysisParameter Least = new("least", "50", "parties with fewer messages are left out, 1 … 1000000");

    // Evenly spaced in log frequency, and the periods that people live by.
    static readonly double[] Grid = [.. Enumerable.Range(0, OnGrid).Select(i => Shortest * Math.Pow(Longest / Shortest, i / (OnGrid - 1.0))).Concat([8.0, 12.0, 24.0, 168.0]).Order()];

    public AnalysisCard Card { get; } = new(
        "periods",
        "At which period each one's messages repeat most, and how sure that is.",
        "Lomb–Scargle power of the messages an hour, sent (--direction: received, both; received where a party is never seen sending); samples are the 24 hours of the days with a message, so that absence is no sample. Periods tried: 60 between 4 h and 28 days, evenly in "
        + "log, and 8, 12, 24 and 168 h; no longer than half the span. False alarm = 1 − (1 − e^−P)^periods. First row, actor empty: everybody together.",
        "Period in hours; power at least 0 (noise has mean 1); false alarm 0 … 1; share_of_variance 0 … 1 = 2P/(n − 1).",
        "Empty log, fewer than 3 hours, no variation: no row. One message, all at one instant: one day of 24 samples, and a false alarm that says how little that tells. A message to oneself counts. Days are 24-hour blocks in UTC or from the start; only the phase depends on the zone, not the period.",
        "O(periods · 24 days) a party, parallel over parties. Memory O(deliveries).",
        "Lomb, Astrophys. Space Sci. 39:447 (1976), doi 10.1007/BF00648343; Scargle, ApJ 263:835 (1982), doi 10.1086/160554.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least, DirectionArgument.TimesParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party; empty for everybody together"), new("messages", "messages behind the answer"), new("period_hours", "period of the largest power"), new("power", "its power"),
        new("false_alarm", "chance that noise does as well, 0 … 1"), new("share_of_variance", "what a sine of this period explains, 0 … 1"), new("power_24h", "power of the day"), new("power_168h", "power of the week"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var least = arguments.Whole(Least.Name, 1, 1_000_000);
        var timelines = PartyTimelines.Of(seen, DirectionArgument.Of(arguments));
        var rows = new object?[]?[seen.PartyCount + 1];
        rows[0] = Row("", seen.SeenAt);
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, p =>
        {
            var own = timelines.OwnOf(p);
            var at = new List<long>();
            var lastRow = -1;
            foreach (var entry in timelines[p])
                if (entry.Is(own) && entry.Row != lastRow)
                {
                    at.Add(entry.SeenAt);
                    lastRow = entry.Row;
                }
            if (at.Count >= least) rows[p + 1] = Row(seen.NameOf(new PartyId(p)), at.ToArray());
        });
        return new AnalysisTable([.. rows.OfType<object?[]>()], [$"{Grid.Length} periods tried at most."]);
    }

    static object?[]? Row(string name, ReadOnlySpan<long> at)
    {
        if (at.IsEmpty) return null;
        var days = new SortedDictionary<long, int[]>();
        foreach (var t in at)
        {
            var hour = (t - at[0]) / HourMs;
            if (!days.TryGetValue(hour / 24, out var counts)) days[hour / 24] = counts = new int[24];
            counts[hour % 24]++;
        }
        double[] times = [.. days.Keys.SelectMany(d => Enumerable.Range(0, 24).Select(h => d * 24.0 + h))], values = [.. days.Values.SelectMany(c => c.Select(n => (double)n))];
        double[] periods = [.. Grid.Where(p => p <= times[^1] / 2)];
        if (periods.Length == 0) return null;
        var powers = Array.ConvertAll(periods, p => LombScargle.Power(times, values, p));
        if (double.IsNaN(powers[0])) return null;
        var best = Array.IndexOf(powers, powers.Max());
        return [name, at.Length, periods[best], powers[best], LombScargle.FalseAlarm(powers[best], periods.Length), 2 * powers[best] / (times.Length - 1), At(24), At(168)];

        double? At(double period) => Array.IndexOf(periods, period) is >= 0 and var i ? powers[i] : null;
    }
}
