using MetaLens.Analyzers.Rhythm;

namespace MetaLens.Analyzers.Events;

/// <summary>Tells journeys and moves from the days on which a party's hours moved.</summary>
public static class JourneyFinder
{
    /// <summary>
    /// Follows each party's moved hours in order of time; home is where its hours lay before the first move. A stretch at least so far from home is a journey; one without an end is a move, or a journey that the log
    /// does not see the end of. No moved hours: nothing. O(events).
    /// </summary>
    /// <param name="events">As <see cref="EventFinder"/> finds them.</param>
    /// <param name="leastHours">Smallest shift, above 0 … 12.</param>
    public static IReadOnlyList<Journey> Of(IEnumerable<DatedEvent> events, double leastHours)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (leastHours is not (> 0 and <= 12)) throw new ArgumentOutOfRangeException(nameof(leastHours), leastHours, "A shift of hours is above 0 and at most 12.");
        var journeys = new List<Journey>();
        foreach (var moves in events.Where(e => e.Kind == EventKind.HoursMoved).GroupBy(e => e.Party).OrderBy(g => g.Key.Index))
        {
            DatedEvent[] own = [.. moves.OrderBy(e => e.Day)];
            var home = own[0].Before;
            for (var i = 0; i < own.Length; i++)
            {
                var shift = CircularHours.Difference(own[i].After, home);
                if (Math.Abs(shift) >= leastHours) journeys.Add(new Journey(moves.Key, own[i].Day, i + 1 < own.Length ? own[i + 1].Day : null, shift));
            }
        }
        return journeys;
    }
}
