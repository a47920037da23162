using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Events;

/// <summary>Finds what happened to parties and ties from counts by day.</summary>
public static class EventFinder
{
    const int LongSilence = 14, ShortBurst = 7, ShortestSegment = 2, ShortestHours = 7;
    const double BurstFactor = 3, ChangeFactor = 2, MovedHours = 2;

    /// <summary>
    /// Every event of parties and ties with at least so many messages, by day, then party. A party's series is what it sent (received, where it is never seen sending), or as the direction has it, a tie's both ways. Empty for an empty log.
    /// The same whatever the number of threads. Expected O(deliveries + series · days).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="leastMessages">Series with fewer messages are left out; at least 1.</param>
    /// <param name="direction">Which messages make a party's series.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<DatedEvent> Of(Observation seen, LocalClock clock, int leastMessages, Direction direction = Direction.Sent, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMessages, 1);
        if (seen.Count == 0) return [];
        var timelines = PartyTimelines.Of(seen, direction);
        var firstDay = LocalClock.DayOf(clock.ToLocal(seen.SeenAt[0]));
        var days = LocalClock.DayOf(clock.ToLocal(seen.SeenAt[^1])) - firstDay + 1;
        var found = new List<DatedEvent>?[seen.PartyCount];
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, p =>
        {
            if (timelines.Offset[p + 1] - timelines.Offset[p] < leastMessages) return;
            var events = new List<DatedEvent>();
            var party = new PartyId(p);
            foreach (var (other, entries) in SeriesOf(timelines, p, leastMessages))
            {
                var counts = new int[days];
                foreach (var e in entries) counts[Math.Max(0, LocalClock.DayOf(clock.ToLocal(timelines.Entries[e].SeenAt)) - firstDay)]++;
                events.AddRange(OfCounts(counts).Select(c => new DatedEvent(party, other, firstDay + c.Day, c.Kind, c.Before, c.After)));
            }
            if (clock.KnowsTimeOfDay) events.AddRange(OfHours(party, ActivityDays.OfParty(timelines, clock, party)));
            found[p] = events;
        });
        return [.. found.Where(f => f is not null).SelectMany(f => f!).OrderBy(e => e.Day).ThenBy(e => e.Party.Index).ThenBy(e => e.Other?.Index ?? -1).ThenBy(e => e.Kind)];
    }

    /// <summary>What happened in one series of daily counts: the day (0-based), the kind, and the rates before and after.</summary>
    public static IReadOnlyList<(int Day, EventKind Kind, double Before, double After)> OfCounts(ReadOnlySpan<int> counts)
    {
        int[] starts = [0, .. ChangePoints.OfCounts(counts, ShortestSegment), counts.Length];
        var rates = new double[starts.Length - 1];
        for (var s = 0; s < rates.Length; s++)
        {
            var sum = 0.0;
            foreach (var n in counts[starts[s]..starts[s + 1]]) sum += n;
            rates[s] = sum / (starts[s + 1] - starts[s]);
        }
        var events = new List<(int, EventKind, double, double)>();
        for (var s = 1; s < rates.Length; s++)
        {
            var (before, after) = (rates[s - 1], rates[s]);
            int lengthBefore = starts[s] - starts[s - 1], length = starts[s + 1] - starts[s];
            if (length <= ShortBurst && s + 1 < rates.Length && after >= BurstFactor * Math.Max(before, rates[s + 1]))
            {
                events.Add((starts[s], EventKind.Burst, before, after));
                // The return to normal is part of the burst.
                s++;
                continue;
            }
            EventKind? kind = before == 0 && s == 1 ? lengthBefore >= LongSilence ? EventKind.Began : null
                : before == 0 ? lengthBefore >= LongSilence ? EventKind.Resumed : null
                : after == 0 ? length >= LongSilence ? EventKind.Silent : null
                : after >= ChangeFactor * before ? EventKind.Grew
                : after <= before / ChangeFactor ? EventKind.Faded : null;
            if (kind is { } k) events.Add((starts[s], k, before, after));
        }
        return events;
    }

    // The party's own series and one for each tie, the latter from its lower end only.
    static IEnumerable<(PartyId? Other, List<int> Entries)> SeriesOf(PartyTimelines timelines, int party, int least)
    {
        var own = new List<int>();
        // The other party above the place of the entry, which numbers sort as pairs would.
        var ofTies = new List<long>();
        var direction = timelines.OwnOf(party);
        var lastRow = -1;
        for (int e = timelines.Offset[party], end = timelines.Offset[party + 1]; e < end; e++)
        {
            var entry = timelines.Entries[e];
            if (entry.Is(direction) && entry.Row != lastRow) own.Add(e);
            lastRow = entry.Row;
            if (entry.Alter > party) ofTies.Add(((long)entry.Alter << 32) | (uint)e);
        }
        if (own.Count >= least) yield return (null, own);
        ofTies.Sort();
        for (int from = 0, to; from < ofTies.Count; from = to)
        {
            var alter = ofTies[from] >> 32;
            for (to = from + 1; to < ofTies.Count && ofTies[to] >> 32 == alter;) to++;
            if (to - from >= least) yield return (new PartyId((int)alter), ofTies[from..to].ConvertAll(t => (int)t));
        }
    }

    static IEnumerable<DatedEvent> OfHours(PartyId party, ActivityDays activity)
    {
        if (activity.Day.Count < 2 * ShortestHours) yield break;
        var centre = CircularHours.Mean(activity.Profile()).MeanHour;
        var hours = new double[activity.Day.Count];
        for (var d = 0; d < hours.Length; d++)
        {
            var (mean, length) = CircularHours.Mean(activity.BinsOf(d));
            hours[d] = length < 1e-9 ? 0 : CircularHours.Difference(mean, centre);
        }
        int[] starts = [0, .. ChangePoints.OfValues(hours, ShortestHours), hours.Length];
        for (var s = 1; s < starts.Length - 1; s++)
        {
            double before = hours[starts[s - 1]..starts[s]].Average(), after = hours[starts[s]..starts[s + 1]].Average();
            if (Math.Abs(after - before) >= MovedHours)
                yield return new DatedEvent(party, null, activity.Day[starts[s]], EventKind.HoursMoved, CircularHours.Wrap(centre + before), CircularHours.Wrap(centre + after));
        }
    }
}
