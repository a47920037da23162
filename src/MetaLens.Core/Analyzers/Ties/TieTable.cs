using MetaLens.Analyzers.Calendars;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>Every tie of an observation with its strength, balance and times.</summary>
public static class TieTable
{
    /// <summary>
    /// One summary per unordered pair with a visible delivery, strongest first (by deliveries both ways; equal strength in order of the parties). Messages to oneself and rows
    /// with a hidden end make no tie; an observation without ties gives an empty list. O(deliveries · log degree + ties · log ties).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="night">What counts as night.</param>
    public static IReadOnlyList<TieSummary> Of(Observation seen, LocalClock clock, NightHours night)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(night);
        var directed = GraphBuilder.Directed(seen);
        var graph = GraphBuilder.ToUndirected(directed);
        var (days, atNight, atWeekend) = TimesOfTies(seen, graph, clock, night);
        var strength = new long[graph.NodeCount];
        for (var v = 0; v < graph.NodeCount; v++)
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) strength[v] += graph.Messages[e];

        var ties = new TieSummary[graph.TieCount];
        var count = 0;
        for (var a = 0; a < graph.NodeCount; a++)
        {
            for (var e = graph.Offset[a]; e < graph.Offset[a + 1]; e++)
            {
                var b = graph.Target[e];
                if (b < a) continue;
                var there = directed.Find(a, b);
                var forth = there < 0 ? 0 : directed.Messages[there];
                var all = graph.Messages[e];
                ties[count++] = new TieSummary(new PartyId(a), new PartyId(b), forth, all - forth, graph.First[e], graph.Last[e], days[e],
                    (double)all / strength[a], (double)all / strength[b],
                    clock.KnowsTimeOfDay ? (double)atNight[e] / all : null, clock.KnowsTimeOfDay ? (double)atWeekend[e] / all : null);
            }
        }
        Array.Sort(ties, static (x, y) => x.Messages != y.Messages ? y.Messages.CompareTo(x.Messages)
            : x.A.Index != y.A.Index ? x.A.Index.CompareTo(y.A.Index) : x.B.Index.CompareTo(y.B.Index));
        return ties;
    }

    // Counted at the edge's position in the row of its lower end.
    static (int[] Days, int[] AtNight, int[] AtWeekend) TimesOfTies(Observation seen, CommunicationGraph graph, LocalClock clock, NightHours night)
    {
        var edges = graph.Target.Length;
        int[] days = new int[edges], lastDay = new int[edges], atNight = new int[edges], atWeekend = new int[edges];
        Array.Fill(lastDay, int.MinValue);
        for (var i = 0; i < seen.Count; i++)
        {
            var s = seen.Sender[i];
            if (s < 0) continue;
            var local = clock.ToLocal(seen.SeenAt[i]);
            var day = LocalClock.DayOf(local);
            var isNight = night.Contains(local);
            var isWeekend = LocalClock.WeekdayOf(day) >= 5;
            foreach (var r in seen.RecipientsOf(i))
            {
                if (r == s) continue;
                var e = graph.Find(Math.Min(s, r), Math.Max(s, r));
                if (lastDay[e] != day) days[e]++;
                lastDay[e] = day;
                if (isNight) atNight[e]++;
                if (isWeekend) atWeekend[e]++;
            }
        }
        return (days, atNight, atWeekend);
    }
}
