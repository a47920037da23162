using System.Runtime.InteropServices;
using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>Who answers whom, how fast, and who begins.</summary>
public static class ResponseTable
{
    /// <summary>
    /// One summary per party that writes, in order of the parties. A reply is a message whose predecessor in the thread is another's and less than the gap before; its delay is the time between the two. O(n log n).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="threads">Its threads.</param>
    /// <param name="gap">Silence that ends a session, milliseconds, at least 1.</param>
    public static IReadOnlyList<ResponseSummary> Of(Observation seen, MessageThreads threads, long gap)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 1);
        var delays = new List<double>?[seen.PartyCount];
        var waits = new List<double>?[seen.PartyCount];
        var begun = new int[seen.PartyCount];
        var sessions = new int[seen.PartyCount];
        var inSession = new HashSet<int>();
        for (var t = 0; t < threads.Count; t++)
        {
            inSession.Clear();
            var rows = threads.RowsOf(t);
            for (var i = 0; i < rows.Length; i++)
            {
                var sender = seen.Sender[rows[i]];
                var delay = i == 0 ? long.MaxValue : seen.SeenAt[rows[i]] - seen.SeenAt[rows[i - 1]];
                if (delay >= gap) inSession.Clear();
                if (sender < 0) continue;
                if (delay >= gap) begun[sender]++;
                if (inSession.Add(sender)) sessions[sender]++;
                if (delay >= gap || seen.Sender[rows[i - 1]] is var other && (other < 0 || other == sender)) continue;
                (delays[sender] ??= []).Add(delay / 1000.0);
                (waits[other] ??= []).Add(delay / 1000.0);
            }
        }
        var all = new List<ResponseSummary>();
        for (var p = 0; p < seen.PartyCount; p++)
            if (sessions[p] > 0)
                all.Add(new ResponseSummary(new PartyId(p), delays[p]?.Count ?? 0, Median(delays[p]), waits[p]?.Count ?? 0, Median(waits[p]), sessions[p], (double)begun[p] / sessions[p]));
        return all;
    }

    static double Median(List<double>? seconds) => InterEventTimes.MedianBySorting(CollectionsMarshal.AsSpan(seconds));
}
