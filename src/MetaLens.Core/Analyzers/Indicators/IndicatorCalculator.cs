using System.Collections.Concurrent;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Computes the indicators of every party.</summary>
public static class IndicatorCalculator
{
    const int PartiesAtOnce = 256;

    /// <summary>
    /// The non-spatial behavioural indicators of bandicoot for every party that occurs, value for value as bandicoot defines them, and on demand those it lacks. An empty log gives an empty table. The same whatever the number of threads.
    /// O(deliveries + Σ e log c) for e entries and c contacts a party and part, parallel over parties; one pass over a party's entries for each part of week and day.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="options">Which indicators.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">All values are asked for of periods.</exception>
    public static IndicatorTable Of(Observation seen, LocalClock clock, IndicatorOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(options);
        var timelines = PartyTimelines.Of(seen);
        var layout = new IndicatorLayout(options);
        var parties = new List<PartyId>();
        for (var p = 0; p < seen.PartyCount; p++)
            if (timelines.Offset[p] < timelines.Offset[p + 1]) parties.Add(new PartyId(p));
        var values = new double[parties.Count * layout.Names.Count];
        var lists = new double[layout.KeepsLists ? parties.Count : 0][][];
        if (parties.Count > 0)
            Parallel.ForEach(Partitioner.Create(0, parties.Count, PartiesAtOnce), new ParallelOptions { CancellationToken = stop },
                () => new ActorIndicators(seen, timelines, clock, options, layout),
                (range, _, actor) =>
                {
                    for (var row = range.Item1; row < range.Item2; row++)
                    {
                        var kept = actor.Write(parties[row].Index, values.AsSpan(row * layout.Names.Count, layout.Names.Count));
                        if (layout.KeepsLists) lists[row] = kept;
                    }
                    return actor;
                }, static _ => { });
        return new IndicatorTable(parties, layout, values, lists);
    }
}
