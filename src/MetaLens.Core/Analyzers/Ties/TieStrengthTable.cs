using MetaLens.Analyzers.Calendars;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>The strength of every tie by several definitions.</summary>
public static class TieStrengthTable
{
    const long HourMs = 3_600_000;

    /// <summary>
    /// One record per unordered pair with a visible delivery, most messages first; equal ones in order of the parties. Messages to oneself and rows with a hidden end make no tie. O(deliveries · log degree + ties · log ties).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people; decides where days end.</param>
    /// <param name="gap">Silence that ends a conversation, milliseconds, at least 1.</param>
    /// <param name="halfLife">Milliseconds after which a delivery counts half, at least 1.</param>
    public static IReadOnlyList<TieStrength> Of(Observation seen, LocalClock clock, long gap, long halfLife)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(halfLife, 1);
        var graph = GraphBuilder.Undirected(seen);
        var counts = new Counts[graph.Target.Length];
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] is not (>= 0 and var s)) continue;
            foreach (var r in seen.RecipientsOf(i))
                if (r != s) counts[graph.Find(Math.Min(s, r), Math.Max(s, r))].Add(seen, i, clock, gap, halfLife);
        }
        var strength = new double[graph.NodeCount];
        for (var v = 0; v < graph.NodeCount; v++)
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) strength[v] += graph.Messages[e];
        var ties = new List<TieStrength>(graph.TieCount);
        for (var a = 0; a < graph.NodeCount; a++)
            for (var e = graph.Offset[a]; e < graph.Offset[a + 1]; e++)
                if (graph.Target[e] is var b && b > a) ties.Add(counts[e].Of(a, b, graph.Messages[e], graph.Messages[e] / Math.Sqrt(strength[a] * strength[b])));
        return [.. ties.OrderByDescending(t => t.Messages)];
    }

    struct Counts
    {
        int _conversations, _hours, _days, _lastDay;
        long _last, _lastHour;
        long? _bytes, _seconds;
        double _faded;

        public void Add(Observation seen, int row, LocalClock clock, long gap, long halfLife)
        {
            var at = seen.SeenAt[row];
            long hour = Math.DivRem(at, HourMs).Quotient, local = clock.ToLocal(at);
            var day = LocalClock.DayOf(local);
            if (_conversations == 0 || at - _last >= gap) _conversations++;
            if (_hours == 0 || hour != _lastHour) _hours++;
            if (_days == 0 || day != _lastDay) _days++;
            (_last, _lastHour, _lastDay) = (at, hour, day);
            if (seen.Size[row] is >= 0 and var bytes) _bytes = (_bytes ?? 0) + bytes;
            if (!seen.CallSeconds.IsEmpty && seen.CallSeconds[row] is >= 0 and var seconds) _seconds = (_seconds ?? 0) + seconds;
            _faded += Math.Pow(2, -(double)(seen.SeenAt[^1] - at) / halfLife);
        }

        public readonly TieStrength Of(int a, int b, int messages, double mutual) => new(new PartyId(a), new PartyId(b), messages, _conversations, _hours, _days, _bytes, _seconds, mutual, _faded);
    }
}
