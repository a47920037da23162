using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Frequency;

/// <summary>How often each party communicates, and how unevenly.</summary>
public static class FrequencyTable
{
    /// <summary>
    /// One record per party that occurs, in order of the parties. A party without an event in the chosen direction has zero counts and NaN gaps. O(deliveries + Σ e log e) for e events a party; parallel over parties.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people; decides where days end.</param>
    /// <param name="direction">Whose acts are the events.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<PartyFrequency> Of(Observation seen, LocalClock clock, Direction direction, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        if (seen.Count == 0) return [];
        var timelines = PartyTimelines.Of(seen);
        var days = LocalClock.DayOf(clock.ToLocal(seen.SeenAt[^1])) - LocalClock.DayOf(clock.ToLocal(seen.SeenAt[0])) + 1;
        var all = new PartyFrequency?[seen.PartyCount];
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, () => new List<double>(), (p, _, gaps) =>
        {
            if (timelines.Offset[p] < timelines.Offset[p + 1]) all[p] = OfParty(seen, timelines, clock, direction, days, p, gaps);
            return gaps;
        }, static _ => { });
        return [.. all.OfType<PartyFrequency>()];
    }

    static PartyFrequency OfParty(Observation seen, PartyTimelines timelines, LocalClock clock, Direction direction, int days, int party, List<double> gaps)
    {
        gaps.Clear();
        int sent = 0, received = 0, events = 0, activeDays = 0, lastRow = -1, lastDay = int.MinValue;
        long lastAt = 0;
        for (var e = timelines.Offset[party]; e < timelines.Offset[party + 1]; e++)
        {
            var row = timelines.Entries[e].Row;
            if (row == lastRow) continue;
            lastRow = row;
            var isSent = timelines.Entries[e].IsSent;
            if (isSent) sent++;
            else received++;
            if (direction != Direction.Both && isSent != (direction == Direction.Sent)) continue;
            var at = seen.SeenAt[row];
            if (events++ > 0) gaps.Add((at - lastAt) / 1000.0);
            lastAt = at;
            var day = LocalClock.DayOf(clock.ToLocal(at));
            if (day != lastDay) activeDays++;
            lastDay = day;
        }
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(gaps);
        double mean = InterEventTimes.Mean(span), burstiness = InterEventTimes.Burstiness(span), finite = InterEventTimes.FiniteBurstiness(span), memory = InterEventTimes.Memory(span);
        return new PartyFrequency(new PartyId(party), sent, received, activeDays, (double)events / days, mean, InterEventTimes.MedianBySorting(span), burstiness, finite, memory);
    }
}
