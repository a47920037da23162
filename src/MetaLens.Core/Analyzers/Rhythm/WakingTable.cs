using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>The waking hours and offsets of a population and its members.</summary>
public static class WakingTable
{
    /// <summary>Everybody together; null without a message or where hours of the day mean nothing. O(rows + draws · days).</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people; the quiet window is on this clock.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static WakingHours? OfPopulation(Observation seen, LocalClock clock, int seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        if (!seen.KnowsTimeOfDay) return null;
        return Describe(null, ActivityDays.OfPopulation(seen, clock), [], ZoneEstimator.OfPopulation(seen, seed), seed);
    }

    /// <summary>
    /// Everybody who has at least so many messages, in order of the parties; empty where hours of the day mean nothing. The same whatever the number of threads. O(deliveries + parties · draws · active half-hours).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people; the quiet windows are on this clock.</param>
    /// <param name="leastMessages">Parties with fewer messages are left out; at least 1.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="among">Whom to look at, by index; null = everybody.</param>
    /// <param name="direction">Which messages are a party's own acts.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<WakingHours> OfParties(Observation seen, LocalClock clock, int leastMessages, int seed, IReadOnlySet<int>? among = null, Direction direction = Direction.Sent, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMessages, 1);
        if (!seen.KnowsTimeOfDay || seen.Count == 0) return [];
        var theirs = among is null ? seen : seen.RowsOf(among);
        var timelines = PartyTimelines.Of(theirs, direction);
        var population = ActivityDays.OfPopulation(seen, clock).Profile();
        var utc = LocalClock.For(seen, DateTimeZone.Utc);
        var populationInUtc = ActivityDays.OfPopulation(seen, utc).Profile();
        var offsets = ZoneEstimator.OffsetsOf(seen);
        var home = ZoneEstimator.OfPopulation(seen, seed);
        var all = new WakingHours?[seen.PartyCount];
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, p =>
        {
            if (timelines.Offset[p + 1] - timelines.Offset[p] < leastMessages || among?.Contains(p) == false) return;
            var party = new PartyId(p);
            var activity = ActivityDays.OfParty(timelines, clock, party);
            if (activity.Messages < leastMessages) return;
            var zone = home is null ? null : ZoneEstimator.OfParty(ActivityDays.OfParty(timelines, utc, party), populationInUtc, home, offsets);
            all[p] = Describe(party, activity, population, zone, unchecked(seed * 31 + p));
        });
        return [.. all.OfType<WakingHours>()];
    }

    /// <summary>One party, as <see cref="OfParties"/> has it; null where it has not.</summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="party">Which.</param>
    /// <param name="leastMessages">At least 1.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static WakingHours? OfParty(Observation seen, LocalClock clock, PartyId party, int leastMessages, int seed) =>
        OfParties(seen, clock, leastMessages, seed, new HashSet<int> { party.Index }) is [var one] ? one : null;

    static WakingHours? Describe(PartyId? party, ActivityDays activity, ReadOnlySpan<double> population, ZoneEstimate? zone, int seed)
    {
        if (QuietWindowFinder.Find(activity, population, seed) is not { } quiet) return null;
        var profile = activity.Profile();
        var hours = new double[24];
        for (var b = 0; b < profile.Length; b++) hours[b / 2] += profile[b];
        var (mean, resultant) = CircularHours.Mean(hours);
        return new WakingHours(party, activity.Messages, activity.Day.Count, quiet, zone, WeekProfile.EntropyBits(hours), mean, resultant,
            party is null ? null : SleepEstimator.Of(activity, quiet));
    }
}
