using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>The UTC offset that each party's hours point to, and nothing else of its rhythm.</summary>
public static class ZoneTable
{
    /// <summary>
    /// The offset of every party by index; null for those with fewer messages, and for all where times are no true instants or the population's own offset cannot be told. The same whatever the number of threads. O(deliveries + parties · offsets).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="leastMessages">Parties with fewer messages get none; at least 1.</param>
    /// <param name="seed">Seed of the population's bootstrap.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<ZoneEstimate?> OfParties(Observation seen, int leastMessages, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMessages, 1);
        var zones = new ZoneEstimate?[seen.PartyCount];
        if (ZoneEstimator.OfPopulation(seen, seed) is not { } home) return zones;
        var timelines = PartyTimelines.Of(seen);
        var utc = LocalClock.For(seen, DateTimeZone.Utc);
        var population = ActivityDays.OfPopulation(seen, utc).Profile();
        var offsets = ZoneEstimator.OffsetsOf(seen);
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, p =>
        {
            if (timelines.Offset[p + 1] - timelines.Offset[p] < leastMessages) return;
            var activity = ActivityDays.OfParty(timelines, utc, new PartyId(p));
            if (activity.Messages >= leastMessages) zones[p] = ZoneEstimator.OfParty(activity, population, home, offsets);
        });
        return zones;
    }
}
