using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>How strongly a population keeps to the day and the week. Needs no time of day, so it also works on relative times.</summary>
public static class Periodicity
{
    const long HourMs = 3_600_000;

    /// <summary>
    /// Autocorrelation of the messages an hour at some lag, −1 … 1: Σ (x_t − x̄)(x_{t+lag} − x̄) / Σ (x_t − x̄)². NaN when the log is shorter than twice the lag, or without variation. O(rows + hours).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="lagHours">24 for the day, 168 for the week; at least 1.</param>
    public static double Autocorrelation(Observation seen, int lagHours)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(lagHours, 1);
        if (seen.Count == 0) return double.NaN;
        var hours = (seen.SeenAt[^1] - seen.SeenAt[0]) / HourMs + 1;
        if (hours < 2 * lagHours || hours > Array.MaxLength) return double.NaN;
        var counts = new int[hours];
        foreach (var at in seen.SeenAt) counts[(at - seen.SeenAt[0]) / HourMs]++;
        var mean = (double)seen.Count / hours;
        double shared = 0, own = 0;
        for (var t = 0; t < counts.Length; t++)
        {
            own += (counts[t] - mean) * (counts[t] - mean);
            if (t + lagHours < counts.Length) shared += (counts[t] - mean) * (counts[t + lagHours] - mean);
        }
        return own == 0 ? double.NaN : shared / own;
    }
}
