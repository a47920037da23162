using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>Finds the quiet part of the day.</summary>
public static class QuietWindowFinder
{
    /// <summary>Length of the window in hours: a short night's sleep, so that most people's fits inside their real one.</summary>
    public const int Hours = 6;

    // Weight of the population's profile in a person's, in active half-hours: about two days of an average person.
    const double PriorBins = 12;

    const int Width = Hours * 2;

    /// <summary>
    /// The circular six hours, on a half-hour grid, that hold the least activity. Where several do, the middle of their longest run. A person's profile is first mixed with the population's, which counts as
    /// twelve active half-hours: with much data it plays no part, with little it fills in. Null without any activity. O(draws · active half-hours).
    /// </summary>
    /// <param name="activity">Whose.</param>
    /// <param name="population">The population's profile (48 numbers), null for the population itself.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="draws">Bootstrap draws, 0 … 10,000; without any, both ends of the interval are 0 and mean nothing.</param>
    public static QuietWindow? Find(ActivityDays activity, ReadOnlySpan<double> population, int seed, int draws = 200)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, 10_000);
        if (activity.Day.Count == 0) return null;
        var profile = Shrunk(activity.Profile(), population);
        var (start, inside) = Quietest(profile);
        if (draws == 0) return new QuietWindow(start, Hours, inside / profile.Sum(), 0, 0);
        var random = new Random(seed);
        var drawn = new double[draws];
        for (var i = 0; i < draws; i++) drawn[i] = Quietest(Shrunk(activity.ResampledProfile(random), population)).Start;
        var (low, high) = CircularHours.Interval(start, drawn);
        return new QuietWindow(start, Hours, inside / profile.Sum(), low, high);
    }

    static double[] Shrunk(double[] profile, ReadOnlySpan<double> population)
    {
        var all = 0.0;
        foreach (var p in population) all += p;
        if (all > 0)
            for (var b = 0; b < profile.Length; b++) profile[b] += PriorBins * population[b] / all;
        return profile;
    }

    /// <summary>
    /// The windows of everybody who has at least so many messages, by index, without intervals. The same whatever the number of threads. O(deliveries + parties).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="leastMessages">Parties with fewer messages are left out; at least 1.</param>
    /// <param name="among">Whom to look at, by index; null = everybody.</param>
    public static IReadOnlyDictionary<int, QuietWindow> OfParties(Observation seen, LocalClock clock, int leastMessages, IReadOnlySet<int>? among = null)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMessages, 1);
        var found = new Dictionary<int, QuietWindow>();
        if (seen.Count == 0) return found;
        var population = ActivityDays.OfPopulation(seen, clock).Profile();
        var timelines = PartyTimelines.Of(among is null ? seen : seen.RowsOf(among));
        var windows = new QuietWindow?[seen.PartyCount];
        Parallel.For(0, windows.Length, p =>
        {
            if (timelines.Offset[p + 1] - timelines.Offset[p] < leastMessages || among?.Contains(p) == false) return;
            var activity = ActivityDays.OfParty(timelines, clock, new PartyId(p));
            if (activity.Messages >= leastMessages) windows[p] = Find(activity, population, seed: 0, draws: 0);
        });
        for (var p = 0; p < windows.Length; p++)
            if (windows[p] is { } window) found[p] = window;
        return found;
    }

    /// <summary>Start hour of the quietest window of 48 half-hours and the activity inside.</summary>
    internal static (double Start, double Inside) Quietest(ReadOnlySpan<double> profile)
    {
        Span<double> inside = stackalloc double[ActivityDays.Bins];
        var least = double.MaxValue;
        for (var k = 0; k < Width; k++) inside[0] += profile[k];
        for (var s = 1; s < inside.Length; s++) inside[s] = inside[s - 1] - profile[s - 1] + profile[(s + Width - 1) % ActivityDays.Bins];
        foreach (var sum in inside) least = Math.Min(least, sum);
        int best = 0, bestLength = 0;
        for (var s = 0; s < inside.Length; s++)
        {
            // A run of equally quiet starts, taken from its first (unless all are equal).
            if (inside[s] > least + 1e-9 || inside[(s + ActivityDays.Bins - 1) % ActivityDays.Bins] <= least + 1e-9 && bestLength > 0) continue;
            var length = 1;
            while (length < ActivityDays.Bins && inside[(s + length) % ActivityDays.Bins] <= least + 1e-9) length++;
            if (length > bestLength) (best, bestLength) = (s, length);
        }
        return (CircularHours.Wrap((best + (bestLength - 1) / 2.0) / 2), least);
    }
}
